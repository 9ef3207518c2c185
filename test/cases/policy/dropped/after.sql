-- The last policy goes together with row security.
CREATE TABLE loans (id bigint PRIMARY KEY, member text);
