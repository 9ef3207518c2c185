-- A materialized view is made with its index, without running its query where it shall not be populated.
CREATE TABLE loans (id bigint PRIMARY KEY, book text);
CREATE MATERIALIZED VIEW popular WITH (fillfactor = 80) AS SELECT book, count(*) AS n FROM loans GROUP BY book WITH NO DATA;
CREATE UNIQUE INDEX popular_book ON popular (book);
COMMENT ON MATERIALIZED VIEW popular IS 'Refreshed at night';
COMMENT ON COLUMN popular.n IS 'Loans';
