CREATE TABLE loans (id bigint PRIMARY KEY, book text, back boolean);
CREATE VIEW current_loans AS SELECT id, book, back FROM loans;
GRANT SELECT ON current_loans TO reader;
CREATE VIEW books_out AS SELECT book FROM current_loans;
CREATE RULE no_delete AS ON DELETE TO books_out DO INSTEAD NOTHING;
