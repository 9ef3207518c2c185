CREATE TABLE shelves (room text, n integer, code text UNIQUE NOT NULL, PRIMARY KEY (room, n));
CREATE TABLE copies (id bigint PRIMARY KEY, room text, n integer, FOREIGN KEY (room, n) REFERENCES shelves);
