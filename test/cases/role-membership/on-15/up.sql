-- Undo: lossless

-- Grants membership in role reader to role librarian.
-- Hazard S509: gives role librarian the privileges of role reader.
GRANT reader TO librarian WITH ADMIN OPTION;

-- Grants membership in role staff to role librarian.
-- Hazard S509: gives role librarian the privileges of role staff.
REVOKE ADMIN OPTION FOR staff FROM librarian;
