-- Owner and comment.
CREATE SCHEMA app;
CREATE OPERATOR CLASS app.numbers FOR TYPE integer USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
ALTER OPERATOR CLASS app.numbers USING btree OWNER TO keeper;
