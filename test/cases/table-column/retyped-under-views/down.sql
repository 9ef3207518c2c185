-- Drops materialized view public.top_loans.
-- Locks public.top_loans (ACCESS EXCLUSIVE).
-- Hazard A209: blocks reads of materialized view public.top_loans until it is recreated.
DROP MATERIALIZED VIEW public.top_loans;

-- Drops view public.loan_counts, because view public.current_loans changes.
-- Locks public.loan_counts (ACCESS EXCLUSIVE).
DROP VIEW public.loan_counts;

-- Drops view public.current_loans.
-- Locks public.current_loans (ACCESS EXCLUSIVE).
DROP VIEW public.current_loans;

-- Changes the type of table column public.loans.id from bigint to integer.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans and its indexes: the type of column id becomes integer.
-- Hazard F304: fails if a value of public.loans.id is not valid in integer.
-- Hazard C403: cached plans that return public.loans.id fail once.
ALTER TABLE public.loans ALTER COLUMN id TYPE integer;

-- Recreates view public.current_loans.
-- Hazard C406: changes what view public.current_loans returns.
CREATE VIEW public.current_loans WITH (security_barrier = true, security_invoker = true) AS
 SELECT id,
    book
   FROM public.loans;

-- Sets the comment of column public.current_loans.id.
COMMENT ON COLUMN public.current_loans.id IS 'Number of the slip';

-- Changes the owner of view public.current_loans to keeper.
-- Locks public.current_loans (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of view public.current_loans to keeper.
ALTER VIEW public.current_loans OWNER TO keeper;

-- Changes privileges on view public.current_loans.
GRANT SELECT ON TABLE public.current_loans TO reader;

-- Changes privileges on view public.current_loans.
GRANT UPDATE (book) ON TABLE public.current_loans TO writer;

-- Sets the comment of view public.current_loans.
COMMENT ON VIEW public.current_loans IS 'Not yet returned';

-- Recreates view public.loan_counts, because view public.current_loans changes.
CREATE VIEW public.loan_counts AS
 SELECT book,
    count(id) AS loans
   FROM public.current_loans
  GROUP BY book;

-- Recreates materialized view public.top_loans.
-- Hazard P604: runs the query of materialized view public.top_loans.
CREATE MATERIALIZED VIEW public.top_loans AS
 SELECT max(id) AS id
   FROM public.current_loans
  WITH DATA;

-- Changes privileges on materialized view public.top_loans.
GRANT SELECT ON TABLE public.top_loans TO auditor;

-- Recreates index public.top_loans_id, because materialized view public.top_loans changes.
-- Locks public.top_loans (SHARE). Builds an index over public.top_loans.
-- Hazard A203: blocks writes to public.top_loans while the index is built.
-- Hazard F302: fails if public.top_loans contains duplicates.
CREATE UNIQUE INDEX top_loans_id ON public.top_loans USING btree (id);

-- Sets the comment of index public.top_loans_id.
COMMENT ON INDEX public.top_loans_id IS 'For refreshing concurrently';
