-- A loose operator leaves the family before it goes.
CREATE SCHEMA app;
CREATE OPERATOR FAMILY app.boxes USING gist;
