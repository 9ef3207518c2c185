-- What the server does not have is refused.
CREATE TABLE loans (id bigint PRIMARY KEY);
CREATE PUBLICATION desk FOR TABLE loans WHERE (id > 1);
