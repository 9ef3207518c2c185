-- Undo: lossless

-- Publication outside sends the tables of schema library from now on.
-- Hazard C409: changes what publication outside sends.
-- Hazard C411: updates and deletes fail on any table of schema library without a primary key or another replica identity.
ALTER PUBLICATION outside ADD TABLES IN SCHEMA library;
