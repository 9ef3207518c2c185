CREATE TABLE loans (id bigint, days integer DEFAULT 14, book text DEFAULT '', out_on date);
