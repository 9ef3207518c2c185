-- An index, a function, a trigger and a materialized view go with an extension.
CREATE EXTENSION pg_trgm;
CREATE TABLE words (word text);
CREATE INDEX words_trgm ON words USING gin (word gin_trgm_ops);
ALTER INDEX words_trgm DEPENDS ON EXTENSION pg_trgm;
CREATE FUNCTION alike(text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
ALTER FUNCTION alike(text) DEPENDS ON EXTENSION pg_trgm;
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER noted BEFORE INSERT ON words FOR EACH ROW EXECUTE FUNCTION note();
ALTER TRIGGER noted ON words DEPENDS ON EXTENSION pg_trgm;
CREATE MATERIALIZED VIEW few AS SELECT word FROM words;
ALTER MATERIALIZED VIEW few DEPENDS ON EXTENSION pg_trgm;
