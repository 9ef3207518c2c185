CREATE ACCESS METHOD shelf TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE letters (text text);
