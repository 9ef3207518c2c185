-- SET NOT NULL reads the table; DROP NOT NULL does not.
CREATE TABLE members (id bigint PRIMARY KEY, name text NOT NULL, email text);
