-- A role that had a privilege becomes the owner, and the former owner gets one.
CREATE TABLE loans (id bigint PRIMARY KEY);
ALTER TABLE loans OWNER TO keeper;
CREATE TABLE books (id bigint PRIMARY KEY);
GRANT SELECT ON books TO keeper;
