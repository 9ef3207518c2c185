-- Undo: lossless

-- Drops text search parser app.words.
DROP TEXT SEARCH PARSER app.words;

-- Recreates text search parser app.words.
CREATE TEXT SEARCH PARSER app.words (
    START = app.begin,
    GETTOKEN = app.next,
    END = app.finish,
    LEXTYPES = app.kinds
);
