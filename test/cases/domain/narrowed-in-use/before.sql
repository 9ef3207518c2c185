CREATE DOMAIN price AS numeric(12,4);
CREATE DOMAIN label AS varchar(20);
CREATE TYPE offer AS (net price, since timestamptz);
CREATE TABLE goods (id int PRIMARY KEY, net price, nets price[], offer offer, label label);
