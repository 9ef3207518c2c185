-- Undo: lossless

-- Creates table "Main Library"."Order".
CREATE TABLE "Main Library"."Order" (
    "user" bigint NOT NULL,
    "CamelCase" text DEFAULT 'It''s'::text,
    "with ""quotes""" integer,
    "größe" numeric,
    "名前" text,
    a_name_of_exactly_sixty_three_bytes_is_as_long_as_a_name_can_be text,
    CONSTRAINT "Order_pkey" PRIMARY KEY ("user"),
    CONSTRAINT "Order_名前_check" CHECK (("名前" <> ''::text))
);

-- Changes privileges on table column "Main Library"."Order"."with ""quotes""".
GRANT SELECT ("with ""quotes""") ON TABLE "Main Library"."Order" TO "Front Desk";

-- Sets the comment of table column "Main Library"."Order"."with ""quotes""".
COMMENT ON COLUMN "Main Library"."Order"."with ""quotes""" IS 'Odd';

-- Changes privileges on table column "Main Library"."Order"."größe".
GRANT SELECT ("größe") ON TABLE "Main Library"."Order" TO "Front Desk";

-- Creates index "Main Library"."Index on CamelCase".
CREATE INDEX "Index on CamelCase" ON "Main Library"."Order" USING btree ("CamelCase", "with ""quotes""");

-- Creates view "Main Library"."Überblick".
CREATE VIEW "Main Library"."Überblick" AS
 SELECT "CamelCase" AS "select",
    "größe"
   FROM "Main Library"."Order";
