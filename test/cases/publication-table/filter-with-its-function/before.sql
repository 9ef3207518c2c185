CREATE TYPE state AS ENUM ('out', 'back');
CREATE TABLE loans (id bigint PRIMARY KEY, state text, kept boolean);
CREATE PUBLICATION desk FOR TABLE loans WHERE (kept);
