-- Names are quoted where they must be: mixed case, keywords, quotes, other scripts, 63 bytes.
CREATE SCHEMA "Main Library";
CREATE TABLE "Main Library"."Order" (
  "user" bigint PRIMARY KEY,
  "CamelCase" text DEFAULT 'It''s',
  "with ""quotes""" integer,
  größe numeric,
  名前 text CHECK (名前 <> ''),
  a_name_of_exactly_sixty_three_bytes_is_as_long_as_a_name_can_be text
);
CREATE INDEX "Index on CamelCase" ON "Main Library"."Order" ("CamelCase", "with ""quotes""");
COMMENT ON COLUMN "Main Library"."Order"."with ""quotes""" IS 'Odd';
GRANT SELECT ("with ""quotes""", größe) ON "Main Library"."Order" TO "Front Desk";
CREATE VIEW "Main Library"."Überblick" AS SELECT "CamelCase" AS "select", größe FROM "Main Library"."Order";
