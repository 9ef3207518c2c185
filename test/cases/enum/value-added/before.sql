CREATE TYPE condition AS ENUM ('new', 'worn');
CREATE TABLE copies (id bigint PRIMARY KEY, condition condition NOT NULL);
