-- A server is dropped.
CREATE FOREIGN DATA WRAPPER books;
