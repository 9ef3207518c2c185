CREATE TABLE loans (id bigint PRIMARY KEY);
CREATE VIEW current_loans AS SELECT id FROM loans;
CREATE TABLE books (isbn text);
CREATE TABLE members (id bigint);
