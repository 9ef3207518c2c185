-- Drops view "Main Library"."Überblick".
-- Locks "Main Library"."Überblick" (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view "Main Library"."Überblick" fail.
DROP VIEW "Main Library"."Überblick";

-- Drops table "Main Library"."Order".
-- Locks "Main Library"."Order" (ACCESS EXCLUSIVE). Loses the rows of table "Main Library"."Order".
-- Hazard D101, blocking: drops table "Main Library"."Order" with its rows.
DROP TABLE "Main Library"."Order";
