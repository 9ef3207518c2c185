-- Drops text search template app.simply.
DROP TEXT SEARCH TEMPLATE app.simply;

-- Recreates text search template app.simply.
CREATE TEXT SEARCH TEMPLATE app.simply (
    LEXIZE = pg_catalog.dsimple_lexize
);
