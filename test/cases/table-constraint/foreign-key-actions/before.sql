CREATE TABLE members (id bigint PRIMARY KEY);
CREATE TABLE loans (id bigint PRIMARY KEY, member bigint REFERENCES members);
