-- Drops table "x.y"."a.b".
-- Locks "x.y"."a.b" (ACCESS EXCLUSIVE). Loses the rows of table "x.y"."a.b".
-- Hazard D101, blocking: drops table "x.y"."a.b" with its rows.
DROP TABLE "x.y"."a.b";
