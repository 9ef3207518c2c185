-- NOT NULL of a domain whose values stand in an array
CREATE DOMAIN label AS text NOT NULL;
CREATE TABLE goods (id int PRIMARY KEY, labels label[]);
