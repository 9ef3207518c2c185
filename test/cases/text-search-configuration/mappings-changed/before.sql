CREATE SCHEMA app;
CREATE TEXT SEARCH CONFIGURATION app.search (PARSER = default);
CREATE TABLE app.notes (id bigint PRIMARY KEY, words text);
CREATE INDEX notes_words ON app.notes USING gin (to_tsvector('app.search', words));
CREATE TEXT SEARCH DICTIONARY app.plain (TEMPLATE = simple, ACCEPT = false);
ALTER TEXT SEARCH CONFIGURATION app.search ADD MAPPING FOR asciiword, word WITH app.plain, english_stem;
ALTER TEXT SEARCH CONFIGURATION app.search ADD MAPPING FOR email, url WITH simple;
