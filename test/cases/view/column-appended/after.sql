-- A view with one more column at its end is replaced in place: what reads it stays.
CREATE TABLE loans (id bigint PRIMARY KEY, book text, back boolean);
CREATE VIEW current_loans AS SELECT id, book, back FROM loans;
CREATE VIEW books_out AS SELECT book FROM current_loans;
