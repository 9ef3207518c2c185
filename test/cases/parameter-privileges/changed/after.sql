-- Who may change settings of the server.
GRANT SET ON PARAMETER log_statement TO reader, "Front Desk" WITH GRANT OPTION;
GRANT SET ON PARAMETER "app.level" TO writer;
