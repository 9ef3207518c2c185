-- Loose operators come and go without their family's classes.
CREATE SCHEMA app;
CREATE OPERATOR FAMILY app.numbers USING btree;
CREATE OPERATOR CLASS app.integers FOR TYPE integer USING btree FAMILY app.numbers AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
ALTER OPERATOR FAMILY app.numbers USING btree ADD OPERATOR 2 <= (integer, bigint), OPERATOR 3 = (integer, bigint);
