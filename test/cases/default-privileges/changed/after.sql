-- Default privileges change by GRANT and REVOKE; what there is keeps its own.
CREATE SCHEMA library;
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT SELECT ON TABLES TO writer, reader;
ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA library GRANT USAGE ON SEQUENCES TO writer;
