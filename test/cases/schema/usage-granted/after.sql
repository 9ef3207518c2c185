-- Privileges on a schema are granted and revoked one by one.
CREATE SCHEMA library;
GRANT USAGE ON SCHEMA library TO writer, reader;
