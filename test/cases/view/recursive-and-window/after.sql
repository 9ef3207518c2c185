-- A view with a recursive query comes out as it went in.
CREATE TABLE sections (id bigint PRIMARY KEY, within bigint, name text);
CREATE VIEW paths AS
WITH RECURSIVE path (id, names) AS (
  SELECT id, ARRAY[name] FROM sections WHERE within IS NULL
  UNION ALL
  SELECT s.id, p.names || s.name FROM sections s JOIN path p ON s.within = p.id
)
SELECT id, names, rank() OVER (PARTITION BY cardinality(names) ORDER BY names) AS place FROM path;
