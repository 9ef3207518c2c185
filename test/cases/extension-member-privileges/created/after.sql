-- What is granted and revoked on members of an extension is stated.
CREATE EXTENSION pg_trgm;
REVOKE EXECUTE ON FUNCTION similarity(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION similarity(text, text) TO reader WITH GRANT OPTION;
REVOKE USAGE ON TYPE gtrgm FROM PUBLIC;
