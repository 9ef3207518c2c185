-- Undo: lossless

-- clerk is a member of librarian.
-- Hazard S509: clerk may do what librarian may.
GRANT librarian TO clerk WITH ADMIN TRUE;

-- librarian is a member of reader.
-- Hazard S509: librarian may do what reader may.
GRANT reader TO librarian;

-- clerk is a member of staff.
-- Hazard S509: clerk may do what staff may.
GRANT staff TO clerk WITH INHERIT FALSE, SET TRUE;

-- librarian is a member of staff.
-- Hazard S509: librarian may do what staff may.
GRANT staff TO librarian WITH ADMIN FALSE, INHERIT FALSE;
