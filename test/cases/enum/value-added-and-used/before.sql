CREATE TYPE loan_state AS ENUM ('out', 'back');
CREATE TABLE loans (id bigint PRIMARY KEY, state loan_state NOT NULL DEFAULT 'out');
