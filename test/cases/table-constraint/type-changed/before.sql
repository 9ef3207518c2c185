CREATE TABLE badges (number integer NOT NULL, CONSTRAINT badges_number PRIMARY KEY (number));
