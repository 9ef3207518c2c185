-- Drops trigger total ON public.orders.
-- Locks public.orders (ACCESS EXCLUSIVE).
-- Hazard C407: drops trigger total ON public.orders, which no longer fires.
DROP TRIGGER total ON public.orders;

-- Recreates trigger total ON public.orders.
-- Locks public.orders (SHARE ROW EXCLUSIVE).
CREATE TRIGGER total AFTER INSERT ON public.orders FOR EACH ROW EXECUTE FUNCTION public.check_total();
