-- Publication desk no longer sends public.loans.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Alters publication desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk SET (publish_via_partition_root = false);
