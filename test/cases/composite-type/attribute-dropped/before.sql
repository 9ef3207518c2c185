CREATE TYPE shelf_mark AS (room text, shelf integer, side text);
CREATE TABLE copies (id bigint PRIMARY KEY, mark shelf_mark);
