-- Undo: lossless

-- Creates sequence "x.y"."s.t".
CREATE SEQUENCE "x.y"."s.t";

-- Creates table "x.y"."a.b".
CREATE TABLE "x.y"."a.b" (
    "c.d" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    "e.f" text,
    CONSTRAINT "a.b_e.f_key" UNIQUE ("e.f"),
    CONSTRAINT "a.b_pkey" PRIMARY KEY ("c.d")
);

-- Sets the comment of table column "x.y"."a.b"."c.d".
COMMENT ON COLUMN "x.y"."a.b"."c.d" IS 'Dotted';

-- Sets properties of table constraint "a.b_pkey" ON "x.y"."a.b" that its CREATE statement can't set.
COMMENT ON INDEX "x.y"."a.b_pkey" IS 'A key';

-- Makes sequence "x.y"."s.t" owned by column "x.y"."a.b"."e.f".
ALTER SEQUENCE "x.y"."s.t" OWNED BY "x.y"."a.b"."e.f";
