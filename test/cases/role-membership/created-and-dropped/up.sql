-- Undo: lossless

-- librarian is no longer a member of staff.
-- Hazard S509: librarian may no longer do what staff may.
REVOKE staff FROM librarian;

-- librarian is a member of reader.
-- Hazard S509: librarian may do what reader may.
GRANT reader TO librarian;
