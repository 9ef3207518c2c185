-- Dots in names are no dots between names.
CREATE SCHEMA "x.y";
CREATE TABLE "x.y"."a.b" ("c.d" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "e.f" text UNIQUE);
COMMENT ON INDEX "x.y"."a.b_pkey" IS 'A key';
COMMENT ON COLUMN "x.y"."a.b"."c.d" IS 'Dotted';
CREATE SEQUENCE "x.y"."s.t" OWNED BY "x.y"."a.b"."e.f";
