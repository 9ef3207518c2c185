-- A new value is committed before a default uses it.
CREATE TYPE loan_state AS ENUM ('requested', 'out', 'back');
CREATE TABLE loans (id bigint PRIMARY KEY, state loan_state NOT NULL DEFAULT 'requested');
