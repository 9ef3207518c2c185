CREATE SCHEMA archive;
CREATE TABLE archive.loans (id bigint PRIMARY KEY, returned date);
CREATE FUNCTION archive.age(loan archive.loans) RETURNS integer LANGUAGE sql STABLE
  RETURN current_date - loan.returned;
CREATE TABLE books (isbn text PRIMARY KEY);
CREATE TABLE members (id bigint PRIMARY KEY);
