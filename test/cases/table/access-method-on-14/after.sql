-- Before PostgreSQL 15 a table keeps its access method.
CREATE ACCESS METHOD shelf TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE letters (text text) USING shelf;
