CREATE ACCESS METHOD shelf TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE sales (day date, amount integer);
CREATE MATERIALIZED VIEW totals AS SELECT day, sum(amount) AS amount FROM sales GROUP BY day;
