-- Creates text search dictionary app.plain.
CREATE TEXT SEARCH DICTIONARY app.plain (
    TEMPLATE = pg_catalog.simple,
    accept = 'false'
);

-- Alters text search configuration app.search.
ALTER TEXT SEARCH CONFIGURATION app.search
    ADD MAPPING FOR url WITH pg_catalog.simple;

-- Alters text search configuration app.search.
ALTER TEXT SEARCH CONFIGURATION app.search
    ALTER MAPPING FOR asciiword, word WITH app.plain, pg_catalog.english_stem;

-- Alters text search configuration app.search.
ALTER TEXT SEARCH CONFIGURATION app.search
    DROP MAPPING FOR "int";
