-- Undo: lossless

-- Alters publication desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk SET (publish_via_partition_root = true);

-- Publication desk sends public.loans from now on.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans;
