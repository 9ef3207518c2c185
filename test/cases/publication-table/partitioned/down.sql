-- Drops table public.loans from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Alters publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk SET (publish_via_partition_root = false);
