-- Tables of one name in two schemas are two tables.
CREATE SCHEMA north;
CREATE SCHEMA south;
CREATE TABLE north.shelves (id bigint PRIMARY KEY, room text);
CREATE TABLE south.shelves (id bigint PRIMARY KEY REFERENCES north.shelves);
