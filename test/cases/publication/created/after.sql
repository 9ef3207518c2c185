-- Publications with all their parts; the tables that they send come first.
CREATE TABLE loans (id bigint PRIMARY KEY, reader text, due date);
CREATE TABLE returns (id bigint PRIMARY KEY);
CREATE PUBLICATION "Front desk" FOR TABLE loans, returns WITH (publish = 'insert, delete', publish_via_partition_root);
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_generated_columns = stored);
CREATE PUBLICATION nothing WITH (publish = '');
ALTER PUBLICATION "Front desk" OWNER TO keeper;
COMMENT ON PUBLICATION "Front desk" IS 'Read by the branch';
