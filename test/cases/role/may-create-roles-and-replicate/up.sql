-- Undo: lossless

-- Alters role librarian.
-- Hazard S509: role librarian may CREATEROLE, REPLICATION.
ALTER ROLE librarian CREATEROLE REPLICATION;
