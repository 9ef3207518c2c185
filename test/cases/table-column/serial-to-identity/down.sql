-- Renames the former sequence of public.loans.id, whose position its successor takes over.
ALTER SEQUENCE public.loans_id_seq RENAME TO loans_id_seq__before;

-- Creates sequence public.loans_id_seq.
CREATE SEQUENCE public.loans_id_seq AS integer;

-- Sets the new sequence of public.loans.id to the position of the former one.
SELECT pg_catalog.setval('public.loans_id_seq', last_value, is_called) FROM public.loans_id_seq__before;

-- Alters table column public.loans.id.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ALTER COLUMN id DROP IDENTITY;

-- Makes sequence public.loans_id_seq owned by column public.loans.id.
ALTER SEQUENCE public.loans_id_seq OWNED BY public.loans.id;

-- Creates default value public.loans.id.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN id SET DEFAULT nextval('public.loans_id_seq'::regclass);
