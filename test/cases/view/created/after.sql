-- Views come in the order they read each other.
CREATE TABLE loans (id bigint PRIMARY KEY, book text, back boolean);
CREATE VIEW a_last AS SELECT book FROM b_first;
CREATE VIEW b_first WITH (check_option = local) AS SELECT id, book FROM loans WHERE NOT back;
COMMENT ON VIEW b_first IS 'Out of the house';
