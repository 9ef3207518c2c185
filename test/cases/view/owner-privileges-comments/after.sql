-- Owner, privileges and comments of a view change in place.
CREATE TABLE loans (id bigint PRIMARY KEY, book text);
CREATE VIEW mine AS SELECT id, book FROM loans;
ALTER VIEW mine OWNER TO keeper;
GRANT SELECT ON mine TO PUBLIC;
GRANT UPDATE (book) ON mine TO writer;
COMMENT ON VIEW mine IS 'Yours, too';
COMMENT ON COLUMN mine.book IS 'Title';
