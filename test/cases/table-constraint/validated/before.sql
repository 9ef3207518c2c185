CREATE TABLE members (id bigint PRIMARY KEY);
CREATE TABLE loans (id bigint, member bigint);
ALTER TABLE loans ADD CONSTRAINT loans_member FOREIGN KEY (member) REFERENCES members NOT VALID;
