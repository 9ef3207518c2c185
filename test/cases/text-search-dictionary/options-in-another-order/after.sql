-- The order of options is no difference.
CREATE SCHEMA app;
CREATE TEXT SEARCH DICTIONARY app.stems (TEMPLATE = snowball, STOPWORDS = english, LANGUAGE = english);
