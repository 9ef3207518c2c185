-- Undo: lossless

-- Alters operator app.!== (integer, integer).
ALTER OPERATOR app.!== (integer, integer) SET (NEGATOR = OPERATOR(app.==));

-- Alters operator app.== (integer, integer).
ALTER OPERATOR app.== (integer, integer) SET (COMMUTATOR = OPERATOR(app.==), NEGATOR = OPERATOR(app.!==), HASHES, MERGES);
