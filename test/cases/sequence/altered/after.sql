-- Every property of a sequence changes in place and keeps its position.
CREATE SEQUENCE receipt_numbers AS integer INCREMENT 5 MINVALUE 0 MAXVALUE 99999 START 5 CACHE 20 CYCLE;
COMMENT ON SEQUENCE receipt_numbers IS 'Of the till';
ALTER SEQUENCE receipt_numbers OWNER TO keeper;
GRANT USAGE ON SEQUENCE receipt_numbers TO writer;
