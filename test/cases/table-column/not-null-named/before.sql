CREATE TABLE members (id bigint, name text, email text);
ALTER TABLE members ADD CONSTRAINT name_given NOT NULL name NOT VALID;
