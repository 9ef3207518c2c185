-- Drops the tables of schema "The Archive" from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLES IN SCHEMA "The Archive";

-- Drops the tables of schema library from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLES IN SCHEMA library;

-- Drops table "The Archive".loans.
-- Locks "The Archive".loans (ACCESS EXCLUSIVE). Loses the rows of table "The Archive".loans.
-- Hazard D101, blocking: drops table "The Archive".loans with its rows.
DROP TABLE "The Archive".loans;

-- Drops schema "The Archive".
-- Hazard D103: drops schema "The Archive".
DROP SCHEMA "The Archive";
