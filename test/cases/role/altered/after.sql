-- What a role may do changes in place.
CREATE ROLE librarian NOINHERIT;
COMMENT ON ROLE librarian IS 'keeps the books';
CREATE ROLE clerk LOGIN BYPASSRLS VALID UNTIL '2031-01-01 00:00:00+00';
