-- Dictionaries with options.
CREATE SCHEMA app;
CREATE TEXT SEARCH DICTIONARY app.english (TEMPLATE = snowball, LANGUAGE = english, StopWords = 'english');
CREATE TEXT SEARCH DICTIONARY app."Plain Words" (TEMPLATE = simple, ACCEPT = false);
CREATE TEXT SEARCH DICTIONARY app.bare (TEMPLATE = simple);
COMMENT ON TEXT SEARCH DICTIONARY app.english IS 'English stems';
ALTER TEXT SEARCH DICTIONARY app.english OWNER TO keeper;
