-- A collation or a type in which different values are equal may make the rows of a key equal.
CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE member (mail text PRIMARY KEY, nick text COLLATE caseless UNIQUE, name varchar(3));
CREATE UNIQUE INDEX member_name ON member (name);
