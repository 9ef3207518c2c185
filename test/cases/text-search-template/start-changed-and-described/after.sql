-- A template that gets a function to start with is made anew.
CREATE SCHEMA app;
CREATE TEXT SEARCH TEMPLATE app.simply (INIT = dsimple_init, LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE app.simply IS 'Leaves words as they are';
