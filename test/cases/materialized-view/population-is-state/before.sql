CREATE TABLE sales (id int PRIMARY KEY, amount int);
CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM sales;
CREATE MATERIALIZED VIEW highest AS SELECT max(amount) AS amount FROM sales;
