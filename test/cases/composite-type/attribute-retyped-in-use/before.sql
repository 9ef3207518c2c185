CREATE TYPE shelf_mark AS (room text, shelf smallint);
CREATE TABLE copies (id bigint PRIMARY KEY, mark shelf_mark);
