-- A template of one's own and a dictionary made from it.
CREATE SCHEMA app;
CREATE TEXT SEARCH DICTIONARY app.same (TEMPLATE = app.simply);
CREATE TEXT SEARCH TEMPLATE app.simply (INIT = dsimple_init, LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE app.simply IS 'Leaves words as they are';
