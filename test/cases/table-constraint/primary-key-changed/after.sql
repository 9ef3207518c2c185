-- A primary key over other columns is made anew, and the foreign key that needs it around it.
CREATE TABLE shelves (room text, n integer, code text PRIMARY KEY, UNIQUE (room, n));
CREATE TABLE copies (id bigint PRIMARY KEY, room text, n integer, FOREIGN KEY (room, n) REFERENCES shelves (room, n));
