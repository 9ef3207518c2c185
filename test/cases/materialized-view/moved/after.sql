-- A materialized view moves to another tablespace and access method in place.
CREATE ACCESS METHOD shelf TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE sales (day date, amount integer);
CREATE MATERIALIZED VIEW totals USING shelf TABLESPACE fast AS SELECT day, sum(amount) AS amount FROM sales GROUP BY day;
