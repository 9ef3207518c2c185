-- A range type is made with its multirange.
CREATE TYPE minutes AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = minute_sets);
CREATE TABLE openings (day date PRIMARY KEY, hours minutes, breaks minute_sets);
