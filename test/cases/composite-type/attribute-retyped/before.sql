CREATE TYPE shelf_mark AS (room varchar(10), shelf smallint);
