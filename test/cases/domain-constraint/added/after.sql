-- A check is added to a domain in use.
CREATE DOMAIN rating AS smallint CONSTRAINT stars CHECK (VALUE BETWEEN 1 AND 5);
COMMENT ON CONSTRAINT stars ON DOMAIN rating IS 'One to five';
CREATE TABLE reviews (book text, rating rating);
