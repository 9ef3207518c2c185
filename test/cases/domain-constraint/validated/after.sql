-- A check of a domain that was NOT VALID is validated.
CREATE DOMAIN rating AS smallint CONSTRAINT stars CHECK (VALUE > 0);
