CREATE SCHEMA app;
CREATE TEXT SEARCH TEMPLATE app.simply (LEXIZE = dsimple_lexize);
