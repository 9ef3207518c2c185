CREATE ACCESS METHOD one TYPE TABLE HANDLER heap_tableam_handler;
CREATE FUNCTION tree(internal) RETURNS index_am_handler LANGUAGE internal AS 'bthandler';
CREATE ACCESS METHOD two TYPE INDEX HANDLER bthandler;
