-- What a publication sends changes in place; whether it sends all tables does not.
CREATE TABLE loans (id bigint PRIMARY KEY, reader text, due date);
CREATE PUBLICATION desk FOR TABLE loans
    WITH (publish = 'insert', publish_via_partition_root, publish_generated_columns = stored);
ALTER PUBLICATION desk OWNER TO keeper;
COMMENT ON PUBLICATION desk IS 'New';
CREATE PUBLICATION whole FOR ALL TABLES;
