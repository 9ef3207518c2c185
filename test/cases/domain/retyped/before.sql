CREATE DOMAIN shelf AS smallint CONSTRAINT positive CHECK (VALUE > 0);
CREATE TABLE copies (id bigint PRIMARY KEY, shelf shelf DEFAULT 1);
