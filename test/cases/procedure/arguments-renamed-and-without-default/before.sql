CREATE PROCEDURE file(title text, copies integer DEFAULT 1) LANGUAGE plpgsql AS 'BEGIN NULL; END';
