-- A dump says WITH NO DATA of every view: a view that is recreated keeps its rows, the others are not touched.
CREATE TABLE sales (id int PRIMARY KEY, amount int);
CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM sales WITH NO DATA;
CREATE MATERIALIZED VIEW highest AS SELECT max(amount) AS amount, min(amount) AS lowest FROM sales WITH NO DATA;
