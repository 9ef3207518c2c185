CREATE TABLE loans (id bigint, book text);
CREATE VIEW one AS SELECT id FROM loans;
CREATE VIEW other AS SELECT book FROM loans;
CREATE VIEW both_of AS SELECT one.id, other.book FROM one, other;
