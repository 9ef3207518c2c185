-- clerk is no longer a member of librarian.
-- Hazard S509: clerk may no longer do what librarian may.
REVOKE librarian FROM clerk;

-- librarian is no longer a member of reader.
-- Hazard S509: librarian may no longer do what reader may.
REVOKE reader FROM librarian;

-- clerk is a member of staff.
-- Hazard S509: clerk may do what staff may.
GRANT staff TO clerk WITH INHERIT TRUE, SET FALSE;

-- librarian is a member of staff.
-- Hazard S509: librarian may do what staff may.
GRANT staff TO librarian WITH ADMIN TRUE, INHERIT TRUE;
