-- Alters extension hstore.
-- Hazard T703, blocking: updates extension hstore to 1.7.
-- Hazard F307: fails if extension hstore has no update path from version 1.8 to 1.7.
ALTER EXTENSION hstore UPDATE TO '1.7';
