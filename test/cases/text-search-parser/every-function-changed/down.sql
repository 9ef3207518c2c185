-- Drops text search parser app.words.
DROP TEXT SEARCH PARSER app.words;

-- Recreates text search parser app.words.
CREATE TEXT SEARCH PARSER app.words (
    START = pg_catalog.prsd_start,
    GETTOKEN = pg_catalog.prsd_nexttoken,
    END = pg_catalog.prsd_end,
    LEXTYPES = pg_catalog.prsd_lextype
);
