-- An aggregate comes after its functions and before the view that uses it.
CREATE FUNCTION longest(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN length(b) > length(a) THEN b ELSE coalesce(a, b) END;
CREATE AGGREGATE longest_of(text) (SFUNC = longest, STYPE = text, PARALLEL = SAFE);
COMMENT ON AGGREGATE longest_of(text) IS 'The first of the longest';
CREATE TABLE books (title text);
CREATE VIEW records AS SELECT longest_of(title) AS title FROM books;
