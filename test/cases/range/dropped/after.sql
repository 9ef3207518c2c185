-- A range type goes after the column of its type.
CREATE TABLE openings (day date PRIMARY KEY);
