CREATE SCHEMA north;
CREATE SCHEMA south;
CREATE TABLE north.shelves (id bigint PRIMARY KEY);
CREATE TABLE south.shelves (id bigint PRIMARY KEY);
