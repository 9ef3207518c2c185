CREATE SCHEMA app;
CREATE TEXT SEARCH PARSER app.words (
    START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline
);
CREATE TEXT SEARCH CONFIGURATION app.plain (PARSER = app.words);
ALTER TEXT SEARCH CONFIGURATION app.plain ADD MAPPING FOR word WITH simple;
COMMENT ON TEXT SEARCH CONFIGURATION app.plain IS 'Plain';
