-- An operator goes before its functions and types, and its partners are untied by it.
CREATE SCHEMA app;
