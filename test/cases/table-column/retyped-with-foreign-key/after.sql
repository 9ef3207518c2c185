-- A key and the columns that refer to it change their type together: the foreign key is made anew.
CREATE TABLE members (id bigint PRIMARY KEY);
CREATE TABLE loans (id bigint PRIMARY KEY, member bigint REFERENCES members);
