CREATE TABLE loans (id bigint, days integer);
CREATE VIEW new_loans AS SELECT id, days FROM loans;
