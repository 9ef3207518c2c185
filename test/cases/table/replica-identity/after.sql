-- What logical replication sends of a table changes in place.
CREATE TABLE loans (id bigint PRIMARY KEY, code text NOT NULL);
CREATE UNIQUE INDEX loans_code ON loans (code);
ALTER TABLE loans REPLICA IDENTITY USING INDEX loans_code;
CREATE TABLE visits (at timestamptz);
ALTER TABLE visits REPLICA IDENTITY FULL;
