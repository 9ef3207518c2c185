-- A foreign key with other actions is made anew.
CREATE TABLE members (id bigint PRIMARY KEY);
CREATE TABLE loans (
  id bigint PRIMARY KEY,
  member bigint REFERENCES members ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);
