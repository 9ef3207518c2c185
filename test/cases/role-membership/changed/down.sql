-- Revokes membership in role librarian from role clerk.
-- Hazard S509: takes the privileges of role librarian from role clerk.
REVOKE librarian FROM clerk;

-- Revokes membership in role reader from role librarian.
-- Hazard S509: takes the privileges of role reader from role librarian.
REVOKE reader FROM librarian;

-- Grants membership in role staff to role clerk.
-- Hazard S509: gives role clerk the privileges of role staff.
GRANT staff TO clerk WITH INHERIT TRUE, SET FALSE;

-- Grants membership in role staff to role librarian.
-- Hazard S509: gives role librarian the privileges of role staff.
GRANT staff TO librarian WITH ADMIN TRUE, INHERIT TRUE;
