-- A dropped table takes its indexes, triggers and policies along without a word.
CREATE TABLE members (id bigint PRIMARY KEY, name text);
