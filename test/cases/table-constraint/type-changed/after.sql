-- A primary key of the same name becomes a mere unique key.
CREATE TABLE badges (number integer NOT NULL, CONSTRAINT badges_number UNIQUE (number));
