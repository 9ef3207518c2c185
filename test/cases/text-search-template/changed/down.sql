-- Drops text search dictionary app.same, because text search template app.simply changes.
DROP TEXT SEARCH DICTIONARY app.same;

-- Drops text search template app.simply.
DROP TEXT SEARCH TEMPLATE app.simply;

-- Recreates text search template app.simply.
CREATE TEXT SEARCH TEMPLATE app.simply (
    INIT = pg_catalog.dsimple_init,
    LEXIZE = pg_catalog.dsimple_lexize
);

-- Recreates text search dictionary app.same, because text search template app.simply changes.
CREATE TEXT SEARCH DICTIONARY app.same (
    TEMPLATE = app.simply
);
