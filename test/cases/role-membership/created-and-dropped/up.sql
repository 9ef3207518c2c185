-- Undo: lossless

-- Revokes membership in role staff from role librarian.
-- Hazard S509: takes the privileges of role staff from role librarian.
REVOKE staff FROM librarian;

-- Grants membership in role reader to role librarian.
-- Hazard S509: gives role librarian the privileges of role reader.
GRANT reader TO librarian;
