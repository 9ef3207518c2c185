-- Undo: lossless

-- Alters operator app.~~~ (integer, integer).
ALTER OPERATOR app.~~~ (integer, integer) SET (RESTRICT = NONE);

-- Alters operator app.~~~ (integer, integer).
ALTER OPERATOR app.~~~ (integer, integer) SET (JOIN = pg_catalog.contjoinsel);
