-- A table can refer to itself.
CREATE TABLE sections (id bigint PRIMARY KEY, within bigint REFERENCES sections ON DELETE CASCADE);
