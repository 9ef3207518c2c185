-- A range type over another subtype is made anew, and the columns follow.
CREATE TYPE minutes AS RANGE (SUBTYPE = bigint);
CREATE TABLE openings (day date PRIMARY KEY, hours minutes);
