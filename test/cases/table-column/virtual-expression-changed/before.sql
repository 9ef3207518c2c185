CREATE TABLE sums (id integer NOT NULL, a integer NOT NULL, b integer GENERATED ALWAYS AS (a * 2) VIRTUAL NOT NULL, c integer,
  CONSTRAINT b_ok CHECK (b >= 0), CONSTRAINT c_ok CHECK (c >= 0), CONSTRAINT gone CHECK (a > 1), CONSTRAINT other CHECK (id > 0));
COMMENT ON CONSTRAINT b_ok ON sums IS 'never below';
CREATE TABLE more_sums (d integer CONSTRAINT d_ok CHECK (d > 0)) INHERITS (sums);
CREATE VIEW doubled AS SELECT id, b FROM sums;
CREATE TABLE told (id integer PRIMARY KEY, a integer, b integer GENERATED ALWAYS AS (a * 2) VIRTUAL);
CREATE PUBLICATION feed FOR TABLE told;
CREATE TABLE bases (v integer CONSTRAINT v_ok CHECK (v > 0));
CREATE TABLE kids (w integer GENERATED ALWAYS AS (v * 2) VIRTUAL) INHERITS (bases);
