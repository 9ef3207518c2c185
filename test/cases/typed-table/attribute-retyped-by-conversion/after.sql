-- Where values need a conversion the table lets go of its type for a while.
CREATE TYPE person AS (id integer, joined date);
CREATE TABLE friends OF person (id WITH OPTIONS PRIMARY KEY);
