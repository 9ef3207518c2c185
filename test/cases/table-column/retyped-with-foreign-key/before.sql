CREATE TABLE members (id integer PRIMARY KEY);
CREATE TABLE loans (id bigint PRIMARY KEY, member integer REFERENCES members);
