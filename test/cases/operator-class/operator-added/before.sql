CREATE SCHEMA app;
CREATE TABLE app.marks (id bigint PRIMARY KEY, mark integer);
CREATE OPERATOR CLASS app.numbers FOR TYPE integer USING btree AS
    OPERATOR 1 <, OPERATOR 3 =, FUNCTION 1 btint4cmp(integer, integer);
CREATE INDEX marks_mark ON app.marks (mark app.numbers);
