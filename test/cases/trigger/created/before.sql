CREATE TABLE loans (id bigint PRIMARY KEY, days integer);
