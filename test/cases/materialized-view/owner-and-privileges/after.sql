-- Who owns it, who may read it.
CREATE TABLE sales (day date, amount integer);
CREATE MATERIALIZED VIEW totals AS SELECT day, sum(amount) AS amount FROM sales GROUP BY day;
ALTER MATERIALIZED VIEW totals OWNER TO keeper;
GRANT SELECT ON totals TO reader;
GRANT SELECT (day) ON totals TO auditor;
