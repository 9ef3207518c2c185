-- A new type takes storage and compression away, which are set again.
CREATE TABLE log (line varchar(200), size integer);
ALTER TABLE log ALTER COLUMN line SET STORAGE EXTERNAL, ALTER COLUMN line SET COMPRESSION pglz, ALTER COLUMN line SET STATISTICS 55, ALTER COLUMN line SET (n_distinct = 4);
