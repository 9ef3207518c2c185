-- Undo: lossless

-- Drops text search configuration app.plain, because text search parser app.words changes.
DROP TEXT SEARCH CONFIGURATION app.plain;

-- Drops text search parser app.words.
DROP TEXT SEARCH PARSER app.words;

-- Recreates text search parser app.words.
CREATE TEXT SEARCH PARSER app.words (
    START = pg_catalog.prsd_start,
    GETTOKEN = pg_catalog.prsd_nexttoken,
    END = pg_catalog.prsd_end,
    LEXTYPES = pg_catalog.prsd_lextype
);

-- Recreates text search configuration app.plain, because text search parser app.words changes.
CREATE TEXT SEARCH CONFIGURATION app.plain (
    PARSER = app.words
);

-- Recreates text search configuration app.plain, because text search parser app.words changes.
ALTER TEXT SEARCH CONFIGURATION app.plain
    ADD MAPPING FOR word WITH pg_catalog.simple;

-- Sets the comment of text search configuration app.plain.
COMMENT ON TEXT SEARCH CONFIGURATION app.plain IS 'Plain';
