CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'und');
CREATE TABLE readers (
    email text COLLATE caseless PRIMARY KEY,
    name varchar(80) COLLATE caseless NOT NULL DEFAULT 'nobody',
    nicknames text[] COLLATE caseless,
    lowered text COLLATE caseless GENERATED ALWAYS AS (lower(name)) STORED,
    city text,
    CONSTRAINT named CHECK (name <> '')
);
CREATE INDEX readers_by_name ON readers (name);
CREATE INDEX readers_by_city ON readers (city COLLATE caseless);
CREATE TABLE loans (reader text COLLATE caseless REFERENCES readers);
CREATE VIEW names AS SELECT name, city COLLATE caseless AS city FROM readers;
COMMENT ON VIEW names IS 'Sorted';
