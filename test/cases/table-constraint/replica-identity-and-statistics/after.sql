-- The index behind a key identifies rows to replicas, and has statistics of its own.
CREATE TABLE rooms (number integer NOT NULL, during tstzrange,
    CONSTRAINT rooms_number UNIQUE (number),
    CONSTRAINT rooms_free EXCLUDE USING gist (box(point(number, number), point(number, number)) WITH &&));
ALTER TABLE rooms REPLICA IDENTITY USING INDEX rooms_number;
ALTER INDEX rooms_free ALTER COLUMN 1 SET STATISTICS 500;
