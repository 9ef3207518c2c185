-- Alters role clerk.
-- Hazard S509: gives role clerk SUPERUSER.
ALTER ROLE clerk SUPERUSER NOINHERIT NOLOGIN NOBYPASSRLS VALID UNTIL 'infinity';

-- Alters role librarian.
-- Hazard S509: gives role librarian CREATEDB, LOGIN.
ALTER ROLE librarian INHERIT CREATEDB LOGIN CONNECTION LIMIT 5 VALID UNTIL '2030-01-01 00:00:00.000000+00';

-- Removes the comment of role librarian.
COMMENT ON ROLE librarian IS NULL;
