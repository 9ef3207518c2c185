-- Undo: lossless

-- Creates schema "The Archive".
CREATE SCHEMA "The Archive";

-- Creates table "The Archive".loans.
CREATE TABLE "The Archive".loans (
    id bigint NOT NULL,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Publication desk sends the tables of schema "The Archive" from now on.
-- Hazard C409: changes what publication desk sends.
-- Hazard C411: updates and deletes fail on any table of schema "The Archive" without a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLES IN SCHEMA "The Archive";

-- Publication desk sends the tables of schema library from now on.
-- Hazard C409: changes what publication desk sends.
-- Hazard C411: updates and deletes fail on any table of schema library without a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLES IN SCHEMA library;
