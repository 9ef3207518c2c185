CREATE SCHEMA "Main Library";
