-- A constraint that was NOT VALID is validated under a weak lock.
CREATE TABLE members (id bigint PRIMARY KEY);
CREATE TABLE loans (id bigint, member bigint CONSTRAINT loans_member REFERENCES members);
