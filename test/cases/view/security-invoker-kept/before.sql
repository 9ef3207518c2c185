CREATE TABLE loans (id bigint PRIMARY KEY, back boolean);
CREATE VIEW mine WITH (security_invoker = true) AS SELECT id FROM loans;
