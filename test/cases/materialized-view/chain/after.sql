-- A chain of materialized views is made anew from the column up, indexes and all.
CREATE TABLE loans (id integer PRIMARY KEY, days numeric(6, 2));
CREATE MATERIALIZED VIEW one AS SELECT id, days FROM loans;
CREATE UNIQUE INDEX one_id ON one (id);
CREATE MATERIALIZED VIEW two AS SELECT max(days) AS days FROM one WITH NO DATA;
COMMENT ON MATERIALIZED VIEW two IS 'Second';
