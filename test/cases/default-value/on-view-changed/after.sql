-- Defaults of a view's columns change, also when the view is made anew.
CREATE TABLE log (a integer, b integer);
CREATE VIEW lines AS SELECT a, b FROM log;
ALTER VIEW lines ALTER COLUMN a SET DEFAULT 4;
ALTER VIEW lines ALTER COLUMN b SET DEFAULT 5;
CREATE VIEW less AS SELECT a FROM log;
ALTER VIEW less ALTER COLUMN a SET DEFAULT 3;
