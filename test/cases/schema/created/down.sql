-- Drops table library.books.
-- Locks library.books (ACCESS EXCLUSIVE). Loses the rows of table library.books.
-- Hazard D101, blocking: drops table library.books with its rows.
DROP TABLE library.books;

-- Drops schema library.
-- Hazard D103: drops schema library.
DROP SCHEMA library;
