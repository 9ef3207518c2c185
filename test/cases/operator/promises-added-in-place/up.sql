-- Undo: lossless

-- Alters operator app.!== (integer, integer).
ALTER OPERATOR app.!== (integer, integer) SET (NEGATOR = OPERATOR(app.==));

-- Alters operator app.== (integer, integer).
ALTER OPERATOR app.== (integer, integer) SET (COMMUTATOR = OPERATOR(app.==));

-- Alters operator app.== (integer, integer).
ALTER OPERATOR app.== (integer, integer) SET (NEGATOR = OPERATOR(app.!==));

-- Alters operator app.== (integer, integer).
ALTER OPERATOR app.== (integer, integer) SET (HASHES);

-- Alters operator app.== (integer, integer).
ALTER OPERATOR app.== (integer, integer) SET (MERGES);
