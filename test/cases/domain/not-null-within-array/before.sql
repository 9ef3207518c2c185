CREATE DOMAIN label AS text;
CREATE TABLE goods (id int PRIMARY KEY, labels label[]);
