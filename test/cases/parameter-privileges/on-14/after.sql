-- Before 15 parameters had no privileges.
CREATE TABLE shelves ();
GRANT SET ON PARAMETER log_statement TO reader;
