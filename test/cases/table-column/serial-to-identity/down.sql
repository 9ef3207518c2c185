-- Alters table column public.loans.id.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the position of the sequence of public.loans.id.
ALTER TABLE public.loans ALTER COLUMN id DROP IDENTITY;

-- Creates sequence public.loans_id_seq.
CREATE SEQUENCE public.loans_id_seq AS integer;

-- Makes sequence public.loans_id_seq owned by column public.loans.id.
ALTER SEQUENCE public.loans_id_seq OWNED BY public.loans.id;

-- Sets the sequence of public.loans.id to continue after the highest existing value.
SELECT pg_catalog.setval('public.loans_id_seq', max(id), true) FROM public.loans HAVING max(id) >= 1;

-- Creates default value public.loans.id.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN id SET DEFAULT nextval('public.loans_id_seq'::regclass);
