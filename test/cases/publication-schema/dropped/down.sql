-- Creates schema archive.
CREATE SCHEMA archive;

-- Creates table archive.loans.
CREATE TABLE archive.loans (
    id bigint NOT NULL,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Creates publication schema archive in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLES IN SCHEMA archive;

-- Creates publication schema library in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLES IN SCHEMA library;
