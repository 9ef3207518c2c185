CREATE TABLE rooms (number integer NOT NULL, during tstzrange,
    CONSTRAINT rooms_number UNIQUE (number),
    CONSTRAINT rooms_free EXCLUDE USING gist (box(point(number, number), point(number, number)) WITH &&));
