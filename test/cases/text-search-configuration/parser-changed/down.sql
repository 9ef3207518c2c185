-- Drops index app.notes_words, because text search configuration app.search changes.
-- Locks app.notes (ACCESS EXCLUSIVE).
DROP INDEX app.notes_words;

-- Drops text search configuration app.search.
DROP TEXT SEARCH CONFIGURATION app.search;

-- Recreates text search configuration app.search.
CREATE TEXT SEARCH CONFIGURATION app.search (
    PARSER = app.words
);

-- Recreates text search configuration app.search.
ALTER TEXT SEARCH CONFIGURATION app.search
    ADD MAPPING FOR word WITH pg_catalog.simple;

-- Recreates index app.notes_words, because text search configuration app.search changes.
-- Locks app.notes (SHARE). Builds an index over app.notes.
-- Hazard A203: blocks writes to app.notes while the index is built.
CREATE INDEX notes_words ON app.notes USING gin (to_tsvector('app.search'::regconfig, words));
