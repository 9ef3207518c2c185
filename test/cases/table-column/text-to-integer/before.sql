CREATE TABLE copies (id bigint PRIMARY KEY, shelf text DEFAULT '1');
