CREATE TABLE seats (hall integer, seat integer, place integer, CONSTRAINT former UNIQUE (seat, hall));
CREATE TABLE rows (hall integer, row integer, CONSTRAINT rows_key PRIMARY KEY (hall, row));
CREATE TABLE lamps (hall integer, row integer, FOREIGN KEY (hall, row) REFERENCES rows (hall, row));
