-- A language goes after the functions written in it
CREATE SCHEMA pond;
