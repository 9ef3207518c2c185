CREATE ROLE staff;
CREATE ROLE librarian;
GRANT staff TO librarian WITH ADMIN OPTION;
