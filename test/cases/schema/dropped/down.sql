-- Creates schema archive.
CREATE SCHEMA archive;

-- Creates table archive.loans.
CREATE TABLE archive.loans (
    id bigint NOT NULL,
    returned date,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Creates function archive.age(archive.loans).
CREATE FUNCTION archive.age(loan archive.loans)
 RETURNS integer
 LANGUAGE sql
 STABLE
RETURN (CURRENT_DATE - (loan).returned);
