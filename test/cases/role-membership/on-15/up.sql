-- Undo: lossless

-- librarian is a member of reader.
-- Hazard S509: librarian may do what reader may.
GRANT reader TO librarian WITH ADMIN OPTION;

-- librarian is a member of staff.
-- Hazard S509: librarian may do what staff may.
REVOKE ADMIN OPTION FOR staff FROM librarian;
