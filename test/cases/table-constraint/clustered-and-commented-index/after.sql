-- The index of a key carries a mark of its own and a comment of its own.
CREATE TABLE loans (id bigint PRIMARY KEY);
ALTER TABLE loans CLUSTER ON loans_pkey;
COMMENT ON INDEX loans_pkey IS 'In the order of slips';
COMMENT ON CONSTRAINT loans_pkey ON loans IS 'One slip per loan';
