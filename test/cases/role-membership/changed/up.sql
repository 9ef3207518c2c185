-- Undo: lossless

-- Grants membership in role librarian to role clerk.
-- Hazard S509: gives role clerk the privileges of role librarian.
GRANT librarian TO clerk WITH ADMIN TRUE;

-- Grants membership in role reader to role librarian.
-- Hazard S509: gives role librarian the privileges of role reader.
GRANT reader TO librarian;

-- Grants membership in role staff to role clerk.
-- Hazard S509: gives role clerk the privileges of role staff.
GRANT staff TO clerk WITH INHERIT FALSE, SET TRUE;

-- Grants membership in role staff to role librarian.
-- Hazard S509: gives role librarian the privileges of role staff.
GRANT staff TO librarian WITH ADMIN FALSE, INHERIT FALSE;
