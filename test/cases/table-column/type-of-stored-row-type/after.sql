-- A column's type can't change while columns store rows of its table.
CREATE TABLE src (id int PRIMARY KEY, v bigint, old text, fresh int NOT NULL DEFAULT 5);
CREATE TYPE pair AS (one src, two src);
CREATE TABLE log (id int PRIMARY KEY, was src, several src[], pairs pair);
