-- Undo: lossless

-- Alters extension hstore.
-- Hazard T703, blocking: updates extension hstore to 1.8.
-- Hazard F307: fails if extension hstore has no update path from version 1.7 to 1.8.
ALTER EXTENSION hstore UPDATE TO '1.8';
