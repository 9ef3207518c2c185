-- A role joins one and leaves another.
CREATE ROLE staff;
CREATE ROLE librarian;
GRANT reader TO librarian;
