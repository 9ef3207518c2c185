-- A role may do more than before.
CREATE ROLE librarian CREATEROLE REPLICATION;
