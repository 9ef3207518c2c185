CREATE TABLE members (id bigint PRIMARY KEY);
CREATE TABLE loans (id bigint, member bigint);
