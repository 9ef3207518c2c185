-- A range type in use is not made anew: its multirange and constructors could not step aside.
CREATE TYPE minutes AS RANGE (SUBTYPE = bigint);
CREATE TABLE openings (day date PRIMARY KEY, hours minutes);
