-- A privilege on a column that the owner has is granted to the owner.
CREATE TABLE loans (id bigint PRIMARY KEY, note text);
GRANT UPDATE (note) ON loans TO keeper;
ALTER TABLE loans OWNER TO keeper;
