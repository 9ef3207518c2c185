-- A new table that shall not have the default privileges is told so.
CREATE TABLE ledgers (id bigint PRIMARY KEY);
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;
