-- Undo: lossless

-- Alters role clerk.
-- Hazard S509: gives role clerk LOGIN, BYPASSRLS.
ALTER ROLE clerk NOSUPERUSER INHERIT LOGIN BYPASSRLS VALID UNTIL '2031-01-01 00:00:00.000000+00';

-- Alters role librarian.
ALTER ROLE librarian NOINHERIT NOCREATEDB NOLOGIN CONNECTION LIMIT -1 VALID UNTIL 'infinity';

-- Sets the comment of role librarian.
COMMENT ON ROLE librarian IS 'keeps the books';
