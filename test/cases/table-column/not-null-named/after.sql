-- Since PostgreSQL 18 a NOT NULL has a name, and can be NOT VALID for a while.
CREATE TABLE members (id bigint, name text, email text CONSTRAINT email_given NOT NULL);
ALTER TABLE members ADD CONSTRAINT name_given NOT NULL name;
