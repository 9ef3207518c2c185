-- Mappings are added, changed and dropped in place, and indexes stay.
CREATE SCHEMA app;
CREATE TEXT SEARCH CONFIGURATION app.search (PARSER = default);
CREATE TABLE app.notes (id bigint PRIMARY KEY, words text);
CREATE INDEX notes_words ON app.notes USING gin (to_tsvector('app.search', words));
ALTER TEXT SEARCH CONFIGURATION app.search ADD MAPPING FOR asciiword, word WITH english_stem, simple;
ALTER TEXT SEARCH CONFIGURATION app.search ADD MAPPING FOR email, int WITH simple;
