-- Memberships and their options.
CREATE ROLE staff;
CREATE ROLE librarian;
CREATE ROLE clerk NOINHERIT;
GRANT staff TO librarian WITH INHERIT FALSE;
GRANT staff TO clerk;
GRANT librarian TO clerk WITH ADMIN OPTION;
GRANT reader TO librarian;
