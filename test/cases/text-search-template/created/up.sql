-- Undo: lossless

-- Creates text search template app.simply.
CREATE TEXT SEARCH TEMPLATE app.simply (
    INIT = pg_catalog.dsimple_init,
    LEXIZE = pg_catalog.dsimple_lexize
);

-- Sets the comment of text search template app.simply.
COMMENT ON TEXT SEARCH TEMPLATE app.simply IS 'Leaves words as they are';

-- Creates text search dictionary app.same.
CREATE TEXT SEARCH DICTIONARY app.same (
    TEMPLATE = app.simply
);
