-- Changing a column's type rebuilds the views that read it, with owner, options, privileges, comments and indexes.
CREATE TABLE loans (id bigint PRIMARY KEY, book text NOT NULL, out_on date);
CREATE VIEW current_loans WITH (security_invoker = true, security_barrier = true) AS SELECT id, book FROM loans;
ALTER VIEW current_loans OWNER TO keeper;
GRANT SELECT ON current_loans TO reader;
GRANT UPDATE (book) ON current_loans TO writer;
COMMENT ON VIEW current_loans IS 'Not yet returned';
COMMENT ON COLUMN current_loans.id IS 'Number of the slip';
CREATE VIEW loan_counts AS SELECT book, count(id) AS loans FROM current_loans GROUP BY book;
CREATE MATERIALIZED VIEW top_loans AS SELECT max(id) AS id FROM current_loans;
CREATE UNIQUE INDEX top_loans_id ON top_loans (id);
COMMENT ON INDEX top_loans_id IS 'For refreshing concurrently';
GRANT SELECT ON top_loans TO auditor;
