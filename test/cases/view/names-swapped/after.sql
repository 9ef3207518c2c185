-- Two views swap their queries.
CREATE TABLE loans (id bigint, book text);
CREATE VIEW other AS SELECT id FROM loans;
CREATE VIEW one AS SELECT book FROM loans;
CREATE VIEW both_of AS SELECT other.id, one.book FROM one, other;
