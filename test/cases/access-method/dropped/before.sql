CREATE ACCESS METHOD one TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE ducks (id bigint) USING one;
