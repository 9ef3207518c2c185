-- A table can be tied to a composite type and let go of it.
CREATE TYPE shelf_mark AS (room text, shelf integer);
CREATE TABLE marks OF shelf_mark;
