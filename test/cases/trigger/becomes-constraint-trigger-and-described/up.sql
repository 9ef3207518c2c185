-- Undo: lossless

-- Drops trigger total ON public.orders.
-- Locks public.orders (ACCESS EXCLUSIVE).
-- Hazard C407: drops trigger total ON public.orders, which no longer fires.
DROP TRIGGER total ON public.orders;

-- Recreates trigger total ON public.orders.
-- Locks public.orders (SHARE ROW EXCLUSIVE).
CREATE CONSTRAINT TRIGGER total AFTER INSERT ON public.orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.check_total();

-- Sets the comment of trigger total ON public.orders.
COMMENT ON TRIGGER total ON public.orders IS 'At the end of the transaction';
