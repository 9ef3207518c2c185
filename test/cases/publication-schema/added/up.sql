-- Undo: lossless

-- Adds the tables of schema library to publication outside.
-- Hazard C409: changes what publication outside publishes.
-- Hazard C411: updates and deletes fail on any table of schema library without a primary key or another replica identity.
ALTER PUBLICATION outside ADD TABLES IN SCHEMA library;
