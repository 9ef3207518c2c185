-- Owner and comment.
CREATE SCHEMA app;
CREATE TEXT SEARCH CONFIGURATION app.search (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION app.search OWNER TO keeper;
