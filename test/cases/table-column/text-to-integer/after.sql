-- A conversion that PostgreSQL does not make by itself is spelled with USING.
CREATE TABLE copies (id bigint PRIMARY KEY, shelf integer DEFAULT 1);
