-- For a server before 18 NOT NULL constraints have no names.
CREATE TABLE books (isbn text PRIMARY KEY, title text CONSTRAINT titled NOT NULL);
CREATE TABLE loans (id bigint PRIMARY KEY, n integer NOT NULL);
