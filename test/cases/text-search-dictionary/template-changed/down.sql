-- Drops index app.notes_words, because text search configuration app.search changes.
-- Locks app.notes (ACCESS EXCLUSIVE).
DROP INDEX app.notes_words;

-- Drops text search configuration app.search, because text search dictionary app.stems changes.
DROP TEXT SEARCH CONFIGURATION app.search;

-- Drops text search dictionary app.stems.
DROP TEXT SEARCH DICTIONARY app.stems;

-- Recreates text search dictionary app.stems.
CREATE TEXT SEARCH DICTIONARY app.stems (
    TEMPLATE = pg_catalog.simple
);

-- Recreates text search configuration app.search, because text search dictionary app.stems changes.
CREATE TEXT SEARCH CONFIGURATION app.search (
    PARSER = pg_catalog."default"
);

-- Recreates text search configuration app.search, because text search dictionary app.stems changes.
ALTER TEXT SEARCH CONFIGURATION app.search
    ADD MAPPING FOR asciiword, hword_part, hword_asciipart, asciihword, hword WITH pg_catalog.english_stem;

-- Recreates text search configuration app.search, because text search dictionary app.stems changes.
ALTER TEXT SEARCH CONFIGURATION app.search
    ADD MAPPING FOR word WITH app.stems;

-- Recreates text search configuration app.search, because text search dictionary app.stems changes.
ALTER TEXT SEARCH CONFIGURATION app.search
    ADD MAPPING FOR numword, email, url, host, sfloat, version, hword_numpart, numhword, url_path, file, "float", "int", uint WITH pg_catalog.simple;

-- Recreates index app.notes_words, because text search configuration app.search changes.
-- Locks app.notes (SHARE). Builds an index over app.notes.
-- Hazard A203: blocks writes to app.notes while the index is built.
CREATE INDEX notes_words ON app.notes USING gin (to_tsvector('app.search'::regconfig, words));
