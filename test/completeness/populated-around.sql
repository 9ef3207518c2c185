-- What is around the schema: roles, and what is said of the database and the server.
CREATE ROLE mason SUPERUSER;
CREATE ROLE foreman;
GRANT foreman TO keeper;
COMMENT ON DATABASE this_database IS 'a farm';
GRANT CONNECT ON DATABASE this_database TO reader;
ALTER DATABASE this_database SET work_mem = '5MB';
ALTER ROLE foreman IN DATABASE this_database SET work_mem = '6MB';
-- since 15
GRANT SET ON PARAMETER work_mem TO reader;
