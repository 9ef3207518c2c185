-- An enum goes after the column that used it.
CREATE TABLE copies (id bigint PRIMARY KEY);
