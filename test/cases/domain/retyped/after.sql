-- A domain over another type is made anew, and its columns follow.
CREATE DOMAIN shelf AS integer CONSTRAINT positive CHECK (VALUE > 0);
CREATE TABLE copies (id bigint PRIMARY KEY, shelf shelf DEFAULT 1);
