CREATE SCHEMA app;
CREATE PROCEDURE app.tidy(days integer DEFAULT 30) LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE app.count(OUT marks integer, INOUT more text) LANGUAGE plpgsql AS 'BEGIN marks := 1; END';
