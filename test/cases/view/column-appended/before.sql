CREATE TABLE loans (id bigint PRIMARY KEY, book text, back boolean);
CREATE VIEW current_loans AS SELECT id, book FROM loans;
CREATE VIEW books_out AS SELECT book FROM current_loans;
