-- A parser of one's own comes after its functions.
CREATE SCHEMA app;
CREATE TEXT SEARCH PARSER app.words (
    START = app.begin, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline
);
CREATE FUNCTION app.begin(internal, integer) RETURNS internal LANGUAGE internal STRICT AS 'prsd_start';
CREATE TEXT SEARCH CONFIGURATION app.plain (PARSER = app.words);
ALTER TEXT SEARCH CONFIGURATION app.plain ADD MAPPING FOR word, asciiword WITH simple;
COMMENT ON TEXT SEARCH PARSER app.words IS 'Cuts at blanks';
