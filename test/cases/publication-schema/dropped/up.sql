-- Undo: loses data:
--   the rows of table archive.loans

-- Drops the tables of schema archive from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLES IN SCHEMA archive;

-- Drops the tables of schema library from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLES IN SCHEMA library;

-- Drops table archive.loans.
-- Locks archive.loans (ACCESS EXCLUSIVE). Loses the rows of table archive.loans.
-- Hazard D101, blocking: drops table archive.loans with its rows.
DROP TABLE archive.loans;

-- Drops schema archive.
-- Hazard D103: drops schema archive.
DROP SCHEMA archive;
