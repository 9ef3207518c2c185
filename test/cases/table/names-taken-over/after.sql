-- Names of dropped objects are free for new ones of another kind.
CREATE TYPE one AS (id bigint);
CREATE TABLE two (id bigint PRIMARY KEY);
CREATE MATERIALIZED VIEW three AS SELECT 1 AS n;
CREATE VIEW four AS SELECT 2 AS n;
CREATE PROCEDURE five() LANGUAGE sql AS $$ SELECT $$;
CREATE TABLE keeping (id bigint);
CREATE TABLE six (id bigint);
