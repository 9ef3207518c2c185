CREATE TYPE minutes AS RANGE (SUBTYPE = integer);
CREATE TABLE openings (day date PRIMARY KEY, hours minutes);
