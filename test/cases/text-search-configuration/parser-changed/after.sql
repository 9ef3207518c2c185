-- A configuration with another parser is made anew, with the columns and indexes that use it.
CREATE SCHEMA app;
CREATE TEXT SEARCH PARSER app.words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TABLE app.notes (id bigint PRIMARY KEY, words text);
CREATE TEXT SEARCH CONFIGURATION app.search (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION app.search ADD MAPPING FOR word WITH simple;
CREATE INDEX notes_words ON app.notes USING gin (to_tsvector('app.search', words));
