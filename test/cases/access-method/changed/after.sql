-- An access method of another type or handler is made anew
CREATE ACCESS METHOD one TYPE INDEX HANDLER bthandler;
CREATE FUNCTION tree(internal) RETURNS index_am_handler LANGUAGE internal AS 'bthandler';
CREATE ACCESS METHOD two TYPE INDEX HANDLER tree;
COMMENT ON ACCESS METHOD two IS 'x';
