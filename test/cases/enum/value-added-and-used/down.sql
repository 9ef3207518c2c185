-- Drops default value public.loans.state, because enum public.loan_state changes.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN state DROP DEFAULT;

-- Renames enum public.loan_state, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.loan_state fail until they reconnect.
ALTER TYPE public.loan_state RENAME TO loan_state__before;

-- Creates enum public.loan_state.
CREATE TYPE public.loan_state AS ENUM (
    'out',
    'back'
);

-- Changes the type of table column public.loans.state to the recreated public.loan_state.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans: the type of column state becomes the recreated public.loan_state.
-- Hazard F304: fails if a value of public.loans.state is requested, which public.loan_state no longer has.
ALTER TABLE public.loans ALTER COLUMN state TYPE public.loan_state USING state::text::public.loan_state;

-- Recreates default value public.loans.state, because enum public.loan_state changes.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN state SET DEFAULT 'out'::public.loan_state;

-- Drops the former enum public.loan_state, which no object uses any more.
DROP TYPE public.loan_state__before;
