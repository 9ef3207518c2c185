-- Members get back what their extension's script gave them.
CREATE EXTENSION pg_stat_statements;
