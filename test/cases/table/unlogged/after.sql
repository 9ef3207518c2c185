-- A table that becomes unlogged is rewritten.
CREATE UNLOGGED TABLE visits (id bigint PRIMARY KEY);
