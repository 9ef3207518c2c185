-- An attribute of a type that no table uses changes its type in place.
CREATE TYPE shelf_mark AS (room text, shelf integer);
