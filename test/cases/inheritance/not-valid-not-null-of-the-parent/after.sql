-- A NOT NULL that is NOT VALID in the parent, and inherited by child tables from before and after.
CREATE TABLE jobs (a integer, b integer, c integer);
ALTER TABLE jobs ADD CONSTRAINT a_given NOT NULL a NOT VALID;
CREATE TABLE night_jobs (x integer) INHERITS (jobs);
ALTER TABLE jobs ADD CONSTRAINT b_given NOT NULL b NOT VALID;
CREATE TABLE day_jobs (y integer) INHERITS (jobs);
