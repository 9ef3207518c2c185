-- A constraint that is NOT VALID is added without reading the table.
CREATE TABLE members (id bigint PRIMARY KEY);
CREATE TABLE loans (id bigint, member bigint);
ALTER TABLE loans ADD CONSTRAINT loans_member FOREIGN KEY (member) REFERENCES members NOT VALID;
ALTER TABLE loans ADD CONSTRAINT loans_id CHECK (id > 0) NOT VALID;
