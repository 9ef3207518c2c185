-- An operator that is added to a B-tree class leaves its indexes alone; taking it away makes them anew.
CREATE SCHEMA app;
CREATE TABLE app.marks (id bigint PRIMARY KEY, mark integer);
CREATE OPERATOR CLASS app.numbers FOR TYPE integer USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, FUNCTION 1 btint4cmp(integer, integer);
CREATE INDEX marks_mark ON app.marks (mark app.numbers);
