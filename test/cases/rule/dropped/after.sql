-- A rule is dropped.
CREATE TABLE loans (id bigint PRIMARY KEY);
