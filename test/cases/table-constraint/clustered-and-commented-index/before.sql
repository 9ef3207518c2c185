CREATE TABLE loans (id bigint PRIMARY KEY);
