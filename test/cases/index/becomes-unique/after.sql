-- An index that becomes unique is built anew.
CREATE TABLE seats (hall integer, number integer);
CREATE UNIQUE INDEX seats_number ON seats (hall, number);
