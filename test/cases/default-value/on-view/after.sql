-- A view's column can have a default of its own.
CREATE TABLE loans (id bigint, days integer);
CREATE VIEW new_loans AS SELECT id, days FROM loans;
ALTER VIEW new_loans ALTER COLUMN days SET DEFAULT 7;
