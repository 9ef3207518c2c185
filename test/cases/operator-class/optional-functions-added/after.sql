-- Optional support functions belong to the family: they come and go, and indexes stay.
CREATE SCHEMA app;
CREATE TABLE app.marks (id bigint PRIMARY KEY, mark integer);
CREATE OPERATOR CLASS app.numbers FOR TYPE integer USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer),
    FUNCTION 2 btint4sortsupport(internal), FUNCTION 4 btequalimage(oid);
CREATE INDEX marks_mark ON app.marks (mark app.numbers);
