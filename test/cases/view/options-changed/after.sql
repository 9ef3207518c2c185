-- Options of a view are set and reset in place.
CREATE TABLE loans (id bigint PRIMARY KEY, back boolean);
CREATE VIEW mine WITH (security_invoker = true, check_option = cascaded) AS SELECT id FROM loans;
