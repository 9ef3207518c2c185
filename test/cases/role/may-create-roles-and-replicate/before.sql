CREATE ROLE librarian;
