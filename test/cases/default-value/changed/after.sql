-- Defaults are set, changed and dropped.
CREATE TABLE loans (id bigint, days integer DEFAULT 21, book text, out_on date DEFAULT CURRENT_DATE);
