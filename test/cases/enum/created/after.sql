-- A new enum comes before the table that uses it.
CREATE TYPE condition AS ENUM ('new', 'good', 'worn');
CREATE TABLE copies (id bigint PRIMARY KEY, condition condition NOT NULL DEFAULT 'new');
