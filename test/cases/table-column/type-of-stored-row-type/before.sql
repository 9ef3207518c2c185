CREATE TABLE src (id int PRIMARY KEY, v int, old text);
CREATE TYPE pair AS (one src, two src);
CREATE TABLE log (id int PRIMARY KEY, was src, several src[], pairs pair);
