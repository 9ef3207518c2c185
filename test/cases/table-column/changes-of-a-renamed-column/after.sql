-- Statements name the constraint and the sequence by the names that they have since before a column was renamed.
CREATE TABLE bills (total integer NOT NULL, number integer GENERATED ALWAYS AS IDENTITY, other integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME renamed));
COMMENT ON CONSTRAINT bills_total_not_null ON bills IS 'a bill has a total';
GRANT USAGE ON SEQUENCE bills_number_seq TO reader;
COMMENT ON SEQUENCE bills_number_seq IS 'numbers of bills';
