-- Undo: lossless

-- Alters operator app.~~~ (integer, integer).
ALTER OPERATOR app.~~~ (integer, integer) SET (RESTRICT = NONE, JOIN = pg_catalog.contjoinsel);
