-- Undo: lossless

-- Creates table public.returns.
CREATE TABLE public.returns (
    id bigint NOT NULL,
    CONSTRAINT returns_pkey PRIMARY KEY (id)
);

-- Creates publication "Front desk".
CREATE PUBLICATION "Front desk" WITH (publish = 'insert, delete', publish_via_partition_root = true);

-- Changes the owner of publication "Front desk" to keeper.
ALTER PUBLICATION "Front desk" OWNER TO keeper;

-- Sets the comment of publication "Front desk".
COMMENT ON PUBLICATION "Front desk" IS 'Read by the branch';

-- Adds table public.loans to publication "Front desk".
ALTER PUBLICATION "Front desk" ADD TABLE ONLY public.loans;

-- Adds table public.returns to publication "Front desk".
ALTER PUBLICATION "Front desk" ADD TABLE ONLY public.returns;

-- Creates publication everything.
-- Hazard C411: updates and deletes fail on any table without a primary key or another replica identity.
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_generated_columns = stored);

-- Creates publication nothing.
CREATE PUBLICATION nothing WITH (publish = '');
