-- The owner and the comment of a collation change in place.
CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'und');
ALTER COLLATION caseless OWNER TO "Front Desk";
CREATE TABLE readers (email text COLLATE caseless);
