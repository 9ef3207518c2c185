-- Creates schema archive.
CREATE SCHEMA archive;

-- Creates table archive.loans.
CREATE TABLE archive.loans (
    id bigint NOT NULL,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Adds the tables of schema archive to publication desk.
-- Hazard C409: changes what publication desk publishes.
-- Hazard C411: updates and deletes fail on any table of schema archive without a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLES IN SCHEMA archive;

-- Adds the tables of schema library to publication desk.
-- Hazard C409: changes what publication desk publishes.
-- Hazard C411: updates and deletes fail on any table of schema library without a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLES IN SCHEMA library;
