CREATE TABLE loans (id bigint PRIMARY KEY, book text, back boolean);
