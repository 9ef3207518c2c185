-- An access method that tables use can't be made anew
CREATE FUNCTION heap_again(internal) RETURNS table_am_handler LANGUAGE internal AS 'heap_tableam_handler';
CREATE ACCESS METHOD one TYPE TABLE HANDLER heap_again;
CREATE TABLE ducks (id bigint) USING one;
