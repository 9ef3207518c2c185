CREATE TABLE copies (id bigint PRIMARY KEY, shelf text DEFAULT 'none');
CREATE INDEX copies_shelf ON copies (shelf);
