CREATE TABLE members (id bigint PRIMARY KEY, name text, email text NOT NULL);
