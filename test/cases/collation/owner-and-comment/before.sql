CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'und');
COMMENT ON COLLATION caseless IS 'Ada equals ADA';
CREATE TABLE readers (email text COLLATE caseless);
