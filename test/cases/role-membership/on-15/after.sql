-- Before 16 a membership has no options but ADMIN.
CREATE ROLE staff;
CREATE ROLE librarian;
GRANT staff TO librarian;
GRANT reader TO librarian WITH ADMIN OPTION;
