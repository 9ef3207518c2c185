-- Storage, compression, statistics target and options of a column change in place.
CREATE TABLE books (isbn text, blurb text STORAGE EXTERNAL, cover bytea COMPRESSION pglz);
ALTER TABLE books ALTER COLUMN isbn SET STATISTICS 500, ALTER COLUMN isbn SET (n_distinct = -1);
