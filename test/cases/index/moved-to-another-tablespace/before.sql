CREATE TABLE letters (id integer, sent date);
CREATE INDEX letters_sent ON letters (sent);
