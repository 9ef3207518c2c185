-- Drops default value public.loans.state, because enum public.loan_state changes.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN state DROP DEFAULT;

-- Moves public.loan_state aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.loan_state fail until they reconnect.
ALTER TYPE public.loan_state RENAME TO loan_state__before;

-- Creates enum public.loan_state.
CREATE TYPE public.loan_state AS ENUM (
    'out',
    'back'
);

-- public.loans.state follows the new public.loan_state.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans. Loses values of public.loans.state that the new
--   public.loan_state lacks.
-- Hazard A201, blocking: rewrites table public.loans to follow type public.loan_state.
-- Hazard F304: fails if a value of public.loans.state does not exist in the new type.
ALTER TABLE public.loans ALTER COLUMN state TYPE public.loan_state USING state::text::public.loan_state;

-- Makes again default value public.loans.state, because enum public.loan_state changes.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN state SET DEFAULT 'out'::public.loan_state;

-- Drops the former public.loan_state, now unused.
DROP TYPE public.loan_state__before;
