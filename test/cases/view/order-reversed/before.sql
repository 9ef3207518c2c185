CREATE TABLE loans (id bigint, book text);
CREATE VIEW one AS SELECT id FROM loans;
CREATE VIEW other AS SELECT id FROM one;
