-- Owner and comment.
CREATE SCHEMA app;
CREATE TEXT SEARCH DICTIONARY app.plain (TEMPLATE = simple);
ALTER TEXT SEARCH DICTIONARY app.plain OWNER TO keeper;
