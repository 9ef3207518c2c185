CREATE TYPE shelf_mark AS (room text, shelf integer);
CREATE TABLE marks (room text, shelf integer);
