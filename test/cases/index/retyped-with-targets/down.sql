-- Changes the type of table column public.days.n from bigint to integer.
-- Locks public.days, public.days_1 (ACCESS EXCLUSIVE). Rewrites public.days and public.days_1.
-- Hazard A201, blocking: rewrites table public.days and its indexes: the type of column n becomes integer.
-- Hazard F304: fails if a value of public.days.n is not valid in integer.
-- Hazard C403: cached plans that return public.days.n fail once.
ALTER TABLE public.days ALTER COLUMN n TYPE integer;

-- Sets a statistics target of index public.days_n again, which PostgreSQL forgets when a column's type changes.
ALTER INDEX public.days_n ALTER COLUMN 1 SET STATISTICS 222;

-- Sets a statistics target of index public.days_1_expr_idx again, which PostgreSQL forgets when a column's type
--   changes.
ALTER INDEX public.days_1_expr_idx ALTER COLUMN 1 SET STATISTICS 333;

-- Changes the type of table column public.log.id from bigint to integer.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
-- Hazard A201, blocking: rewrites table public.log and its indexes: the type of column id becomes integer.
-- Hazard F304: fails if a value of public.log.id is not valid in integer.
-- Hazard C403: cached plans that return public.log.id fail once.
ALTER TABLE public.log ALTER COLUMN id TYPE integer;

-- Changes the type of table column public.log.n from bigint to integer.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
-- Hazard A201, blocking: rewrites table public.log and its indexes: the type of column n becomes integer.
-- Hazard F304: fails if a value of public.log.n is not valid in integer.
-- Hazard C403: cached plans that return public.log.n fail once.
ALTER TABLE public.log ALTER COLUMN n TYPE integer;

-- Changes the type of table column public.log.code from character varying(20) to character varying(10).
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
-- Hazard A201, blocking: rewrites table public.log and its indexes: the type of column code becomes character varying(10).
-- Hazard F304: fails if a value of public.log.code is not valid in character varying(10).
-- Hazard C403: cached plans that return public.log.code fail once.
ALTER TABLE public.log ALTER COLUMN code TYPE character varying(10);

-- Alters index public.log_n.
ALTER INDEX public.log_n ALTER COLUMN 1 SET STATISTICS 700;

-- Makes INDEX public.log_n depend on extension citext: DROP EXTENSION also drops the object.
ALTER INDEX public.log_n DEPENDS ON EXTENSION citext;

-- Changes the type of table column public.spans.n from bigint to integer.
-- Locks public.spans (ACCESS EXCLUSIVE). Rewrites public.spans.
-- Hazard A201, blocking: rewrites table public.spans and its indexes: the type of column n becomes integer.
-- Hazard F304: fails if a value of public.spans.n is not valid in integer.
-- Hazard C403: cached plans that return public.spans.n fail once.
ALTER TABLE public.spans ALTER COLUMN n TYPE integer;

-- Sets a statistics target of index public.spans_expr_excl again, which PostgreSQL forgets when a column's type
--   changes.
ALTER INDEX public.spans_expr_excl ALTER COLUMN 1 SET STATISTICS 44;
