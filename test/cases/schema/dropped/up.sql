-- Undo: loses data:
--   the rows of table archive.loans

-- Drops function archive.age(archive.loans).
-- Hazard C402: callers of archive.age(archive.loans) fail.
DROP FUNCTION archive.age(archive.loans);

-- Drops table archive.loans.
-- Locks archive.loans (ACCESS EXCLUSIVE). Loses the rows of table archive.loans.
-- Hazard D101, blocking: drops table archive.loans with its rows.
DROP TABLE archive.loans;

-- Drops schema archive.
-- Hazard D103: drops schema archive.
DROP SCHEMA archive;
