-- A table that refers to itself is made with the key in place.
CREATE TABLE sections (id bigint PRIMARY KEY, within bigint REFERENCES sections ON DELETE CASCADE);
