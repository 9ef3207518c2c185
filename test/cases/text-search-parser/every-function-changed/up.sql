-- Undo: lossless

-- Drops text search parser app.words.
DROP TEXT SEARCH PARSER app.words;

-- Makes again text search parser app.words.
CREATE TEXT SEARCH PARSER app.words (
    START = app.begin,
    GETTOKEN = app.next,
    END = app.finish,
    LEXTYPES = app.kinds
);
