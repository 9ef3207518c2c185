-- A row filter without an operator; a column joins the list of columns.
CREATE TYPE state AS ENUM ('out', 'back');
CREATE TABLE loans (id bigint PRIMARY KEY, state text, kept boolean);
CREATE PUBLICATION desk FOR TABLE loans (id, kept) WHERE (NOT kept AND id % 2 = 0);
