-- A table moves to another tablespace and access method in place; the index of its key is moved by itself.
CREATE ACCESS METHOD shelf TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE letters (id integer PRIMARY KEY USING INDEX TABLESPACE fast, body text) USING shelf TABLESPACE fast;
