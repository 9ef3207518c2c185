-- The type of a server can't be changed.
CREATE FOREIGN DATA WRAPPER books;
CREATE SERVER north TYPE 'archive' FOREIGN DATA WRAPPER books;
