-- Drops table library.books.
-- Locks library.books (ACCESS EXCLUSIVE). Loses the rows of table library.books.
-- Hazard D101, blocking: drops table library.books with its rows.
DROP TABLE library.books;

-- Drops default privileges in schema library on tables.
-- Hazard S506: changes privileges on objects that role postgres creates from now on.
ALTER DEFAULT PRIVILEGES IN SCHEMA library REVOKE SELECT ON TABLES FROM reader;
