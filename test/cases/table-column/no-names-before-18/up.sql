-- Undo: lossless

-- Alters table column public.books.title.
-- Locks public.books (ACCESS EXCLUSIVE). Scans public.books.
-- Hazard A202: reads all of public.books under an ACCESS EXCLUSIVE lock to check that title contains no null.
-- Hazard F301: fails if public.books.title contains a null.
ALTER TABLE public.books ALTER COLUMN title SET NOT NULL;

-- Creates table public.loans.
CREATE TABLE public.loans (
    id bigint NOT NULL,
    n integer NOT NULL,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);
