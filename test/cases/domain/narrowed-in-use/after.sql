-- A narrower domain or attribute loses digits, which blocks as for a column; a shorter string fails.
CREATE DOMAIN price AS numeric(8,2);
CREATE DOMAIN label AS varchar(10);
CREATE TYPE offer AS (net price, since date);
CREATE TABLE goods (id int PRIMARY KEY, net price, nets price[], offer offer, label label);
