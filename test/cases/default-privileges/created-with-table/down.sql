-- Drops table library.books.
-- Locks library.books (ACCESS EXCLUSIVE). Loses the rows of table library.books.
-- Hazard D101, blocking: drops table library.books with its rows.
DROP TABLE library.books;

-- Drops default privileges for role postgres in schema library on r.
-- Hazard S506: changes what postgres grants on new objects.
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA library REVOKE SELECT ON TABLES FROM reader;
