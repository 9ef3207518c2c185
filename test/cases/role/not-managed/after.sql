-- Files may create roles only where roles are managed.
CREATE ROLE librarian;
