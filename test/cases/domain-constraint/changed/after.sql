-- A check of a domain that says something else is dropped and added.
CREATE DOMAIN rating AS smallint CONSTRAINT stars CHECK (VALUE BETWEEN 0 AND 10);
