-- Undo: lossless

-- Renames domain public.label, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.label fail until they reconnect.
ALTER DOMAIN public.label RENAME TO label__before;

-- Creates domain public.label.
CREATE DOMAIN public.label AS text
    CONSTRAINT label_not_null NOT NULL;

-- Changes the type of table column public.goods.labels to the recreated public.label.
-- Locks public.goods (ACCESS EXCLUSIVE). Rewrites public.goods.
-- Hazard A201, blocking: rewrites table public.goods: the type of column labels becomes the recreated public.label.
-- Hazard F303: fails if a value of public.goods.labels violates a constraint of domain public.label.
ALTER TABLE public.goods ALTER COLUMN labels TYPE public.label[];

-- Drops the former domain public.label, which no object uses any more.
DROP DOMAIN public.label__before;
