CREATE TABLE loans (id bigint, days integer CONSTRAINT few CHECK (days < 60));
