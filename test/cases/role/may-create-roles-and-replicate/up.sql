-- Undo: lossless

-- Alters role librarian.
-- Hazard S509: gives role librarian CREATEROLE, REPLICATION.
ALTER ROLE librarian CREATEROLE REPLICATION;
