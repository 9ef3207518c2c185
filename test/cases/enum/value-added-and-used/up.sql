-- Undo: lossless

-- Adds a value to enum public.loan_state; statements can use the value after a commit.
ALTER TYPE public.loan_state ADD VALUE 'requested' BEFORE 'out';

-- COMMIT

-- Alters default value public.loans.state.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN state SET DEFAULT 'requested'::public.loan_state;
