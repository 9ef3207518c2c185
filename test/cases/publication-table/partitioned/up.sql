-- Undo: lossless

-- Alters publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk SET (publish_via_partition_root = true);

-- Adds table public.loans to publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans;
