CREATE TYPE state AS ENUM ('a', 'b', 'c');
CREATE DOMAIN known_state AS state CHECK (VALUE <> 'b');
CREATE FUNCTION is_a(s state) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT s = 'a' $$;
CREATE TABLE copies (id bigint PRIMARY KEY, s state NOT NULL, g boolean GENERATED ALWAYS AS (s = 'a') STORED);
CREATE INDEX copies_a ON copies (id) WHERE s = 'a';
CREATE INDEX copies_f ON copies (is_a(s));
CREATE TABLE loans (id bigint PRIMARY KEY, k known_state);
