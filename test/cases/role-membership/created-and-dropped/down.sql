-- librarian is no longer a member of reader.
-- Hazard S509: librarian may no longer do what reader may.
REVOKE reader FROM librarian;

-- librarian is a member of staff.
-- Hazard S509: librarian may do what staff may.
GRANT staff TO librarian;
