-- Creates publication desk.
CREATE PUBLICATION desk WITH (publish = 'insert, update, delete, truncate');

-- Creates publication table public.loans in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans;
