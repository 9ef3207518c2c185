-- Dropping an attribute loses what is stored in it.
CREATE TYPE shelf_mark AS (room text, shelf integer);
CREATE TABLE copies (id bigint PRIMARY KEY, mark shelf_mark);
