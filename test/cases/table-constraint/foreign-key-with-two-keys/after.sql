-- A foreign key uses the older of two keys over its columns; the undo drops it before both.
CREATE TABLE seats (hall integer, seat integer, place integer, CONSTRAINT seats_key UNIQUE (seat, hall));
ALTER TABLE seats ADD CONSTRAINT another UNIQUE (hall, seat);
CREATE TABLE tickets (hall integer, seat integer, FOREIGN KEY (hall, seat) REFERENCES seats (hall, seat));
CREATE TABLE rows (hall integer, row integer, id integer, CONSTRAINT rows_new_key PRIMARY KEY (id), CONSTRAINT rows_unique UNIQUE (hall, row));
ALTER TABLE rows ADD CONSTRAINT again UNIQUE (row, hall);
CREATE TABLE lamps (hall integer, row integer, FOREIGN KEY (hall, row) REFERENCES rows (hall, row));
