-- Since PostgreSQL 18 a check can be stated without being enforced.
CREATE TABLE loans (id bigint, days integer CONSTRAINT few CHECK (days < 60) NOT ENFORCED);
