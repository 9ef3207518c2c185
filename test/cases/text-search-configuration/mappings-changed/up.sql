-- Undo: lossless

-- Alters text search configuration app.search.
ALTER TEXT SEARCH CONFIGURATION app.search
    ADD MAPPING FOR "int" WITH pg_catalog.simple;

-- Alters text search configuration app.search.
ALTER TEXT SEARCH CONFIGURATION app.search
    ALTER MAPPING FOR asciiword, word WITH pg_catalog.english_stem, pg_catalog.simple;

-- Alters text search configuration app.search.
ALTER TEXT SEARCH CONFIGURATION app.search
    DROP MAPPING FOR url;

-- Drops text search dictionary app.plain.
DROP TEXT SEARCH DICTIONARY app.plain;
