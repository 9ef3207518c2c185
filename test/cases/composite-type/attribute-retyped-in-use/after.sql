-- An attribute's type changes in a type that a table stores: the table's values follow.
CREATE TYPE shelf_mark AS (room text, shelf integer);
CREATE TABLE copies (id bigint PRIMARY KEY, mark shelf_mark);
