CREATE TABLE loans (id bigint PRIMARY KEY);
GRANT SELECT ON loans TO keeper;
CREATE TABLE books (id bigint PRIMARY KEY);
ALTER TABLE books OWNER TO keeper;
