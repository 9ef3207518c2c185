-- Tables, indexes, keys and materialized views move to another tablespace.
CREATE TABLE log (line text PRIMARY KEY USING INDEX TABLESPACE "Slow Disk", size integer CONSTRAINT sized UNIQUE USING INDEX TABLESPACE fast);
CREATE INDEX by_size ON log (size);
CREATE MATERIALIZED VIEW lines TABLESPACE "Slow Disk" AS SELECT line FROM log;
CREATE TABLE parts (day integer PRIMARY KEY) PARTITION BY LIST (day);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1) TABLESPACE fast;
ALTER INDEX parts_1_pkey SET TABLESPACE fast;
CREATE TABLE more (line text, id integer CONSTRAINT more_key PRIMARY KEY USING INDEX TABLESPACE fast, EXCLUDE USING btree (line WITH =) USING INDEX TABLESPACE fast) TABLESPACE "Slow Disk";
CREATE INDEX more_line ON more (line) TABLESPACE fast;
CREATE TABLE pieces (day integer, PRIMARY KEY (day) USING INDEX TABLESPACE fast) PARTITION BY LIST (day) TABLESPACE fast;
CREATE TABLE pieces_1 PARTITION OF pieces FOR VALUES IN (1);
