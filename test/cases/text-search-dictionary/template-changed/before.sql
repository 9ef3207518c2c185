CREATE SCHEMA app;
CREATE TABLE app.notes (id bigint PRIMARY KEY, words text);
CREATE TEXT SEARCH DICTIONARY app.stems (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION app.search (COPY = english);
ALTER TEXT SEARCH CONFIGURATION app.search ALTER MAPPING FOR word WITH app.stems;
CREATE INDEX notes_words ON app.notes USING gin (to_tsvector('app.search', words));
