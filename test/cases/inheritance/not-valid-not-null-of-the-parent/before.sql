CREATE TABLE jobs (a integer, b integer, c integer);
CREATE TABLE night_jobs (x integer) INHERITS (jobs);
