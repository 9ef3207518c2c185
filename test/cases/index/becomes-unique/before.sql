CREATE TABLE seats (hall integer, number integer);
CREATE INDEX seats_number ON seats (hall, number);
