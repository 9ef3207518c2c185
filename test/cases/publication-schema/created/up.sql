-- Undo: lossless

-- Creates schema "The Archive".
CREATE SCHEMA "The Archive";

-- Creates table "The Archive".loans.
CREATE TABLE "The Archive".loans (
    id bigint NOT NULL,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Adds the tables of schema "The Archive" to publication desk.
-- Hazard C409: changes what publication desk publishes.
-- Hazard C411: updates and deletes fail on any table of schema "The Archive" without a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLES IN SCHEMA "The Archive";

-- Adds the tables of schema library to publication desk.
-- Hazard C409: changes what publication desk publishes.
-- Hazard C411: updates and deletes fail on any table of schema library without a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLES IN SCHEMA library;
