-- An index moves to another tablespace in place.
CREATE TABLE letters (id integer, sent date);
CREATE INDEX letters_sent ON letters (sent) TABLESPACE fast;
