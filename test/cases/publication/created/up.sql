-- Undo: lossless

-- Creates table public.returns.
CREATE TABLE public.returns (
    id bigint NOT NULL,
    CONSTRAINT returns_pkey PRIMARY KEY (id)
);

-- Creates publication "Front desk".
CREATE PUBLICATION "Front desk" WITH (publish = 'insert, delete', publish_via_partition_root = true);

-- Gives "Front desk" to keeper.
ALTER PUBLICATION "Front desk" OWNER TO keeper;

-- Describes publication "Front desk".
COMMENT ON PUBLICATION "Front desk" IS 'Read by the branch';

-- Creates publication table public.loans in "Front desk".
-- Hazard C409: changes what publication "Front desk" sends.
ALTER PUBLICATION "Front desk" ADD TABLE ONLY public.loans;

-- Creates publication table public.returns in "Front desk".
-- Hazard C409: changes what publication "Front desk" sends.
ALTER PUBLICATION "Front desk" ADD TABLE ONLY public.returns;

-- Creates publication everything.
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate', publish_generated_columns = stored);

-- Creates publication nothing.
CREATE PUBLICATION nothing WITH (publish = '');
