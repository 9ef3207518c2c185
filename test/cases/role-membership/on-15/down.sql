-- Revokes membership in role reader from role librarian.
-- Hazard S509: takes the privileges of role reader from role librarian.
REVOKE reader FROM librarian;

-- Grants membership in role staff to role librarian.
-- Hazard S509: gives role librarian the privileges of role staff.
GRANT staff TO librarian WITH ADMIN OPTION;
