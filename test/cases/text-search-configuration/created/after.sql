-- Mappings that are alike are said together.
CREATE TABLE app.notes (
    id bigint PRIMARY KEY, words text, found tsvector GENERATED ALWAYS AS (to_tsvector('app.search', words)) STORED
);
ALTER TEXT SEARCH CONFIGURATION app.search ADD MAPPING FOR asciiword, word, hword WITH app.plain, english_stem;
ALTER TEXT SEARCH CONFIGURATION app.search ADD MAPPING FOR int, uint, email WITH simple;
CREATE TEXT SEARCH CONFIGURATION app.search (PARSER = default);
CREATE TEXT SEARCH CONFIGURATION app.copied (COPY = app.search);
CREATE TEXT SEARCH DICTIONARY app.plain (TEMPLATE = simple, ACCEPT = false);
COMMENT ON TEXT SEARCH CONFIGURATION app.search IS 'How notes are searched';
CREATE SCHEMA app;
