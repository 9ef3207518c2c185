-- A class for another type, in another family or with other stored values is made anew.
CREATE SCHEMA app;
CREATE OPERATOR FAMILY app.wide USING btree;
CREATE OPERATOR CLASS app.numbers FOR TYPE bigint USING btree FAMILY app.wide AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint8cmp(bigint, bigint);
CREATE OPERATOR CLASS app.shapes FOR TYPE polygon USING gist AS STORAGE circle;
