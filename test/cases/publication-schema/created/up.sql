-- Undo: lossless

-- Creates schema "The Archive".
CREATE SCHEMA "The Archive";

-- Creates table "The Archive".loans.
CREATE TABLE "The Archive".loans (
    id bigint NOT NULL,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Creates publication schema "The Archive" in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLES IN SCHEMA "The Archive";

-- Creates publication schema library in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLES IN SCHEMA library;
