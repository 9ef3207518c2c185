-- Options are set, changed and taken away in place.
CREATE SCHEMA app;
CREATE TEXT SEARCH DICTIONARY app.stems (TEMPLATE = snowball, LANGUAGE = german);
CREATE TEXT SEARCH DICTIONARY app.plain (TEMPLATE = simple, ACCEPT = 'false', STOPWORDS = english);
