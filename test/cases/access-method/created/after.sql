-- Access methods for tables and indexes, and what uses them
CREATE FUNCTION heap_again(internal) RETURNS table_am_handler LANGUAGE internal AS 'heap_tableam_handler';
CREATE ACCESS METHOD heap_two TYPE TABLE HANDLER heap_again;
CREATE ACCESS METHOD "Tree" TYPE INDEX HANDLER bthandler;
COMMENT ON ACCESS METHOD heap_two IS 'the same';
CREATE TABLE ducks (id bigint) USING heap_two;
