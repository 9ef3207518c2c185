-- Options are set, changed and taken away in place; their order is no difference.
CREATE SCHEMA app;
CREATE TEXT SEARCH DICTIONARY app.stems (TEMPLATE = snowball, LANGUAGE = german);
CREATE TEXT SEARCH DICTIONARY app.plain (TEMPLATE = simple, ACCEPT = 'false', STOPWORDS = english);
CREATE TEXT SEARCH DICTIONARY app.ordered (TEMPLATE = snowball, STOPWORDS = english, LANGUAGE = english);
