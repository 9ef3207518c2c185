-- Two views change which of them reads the other.
CREATE TABLE loans (id bigint, book text);
CREATE VIEW other AS SELECT id FROM loans;
CREATE VIEW one AS SELECT id FROM other;
