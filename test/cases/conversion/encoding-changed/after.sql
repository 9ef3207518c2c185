-- A conversion from another encoding is made anew.
CREATE SCHEMA app;
CREATE CONVERSION app.incoming FOR 'LATIN5' TO 'UTF8' FROM iso8859_to_utf8;
