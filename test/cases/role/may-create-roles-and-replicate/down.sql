-- Alters role librarian.
ALTER ROLE librarian NOCREATEROLE NOREPLICATION;
