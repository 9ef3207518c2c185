-- A restore from a dump leaves the same expressions in another form, in which they are no difference.
CREATE TABLE devices (
  id integer PRIMARY KEY, status varchar(25) NOT NULL, kind char(3), mark name,
  label text GENERATED ALWAYS AS (CASE WHEN status IN ('RUN', 'DONE') THEN 'x' END) STORED,
  CONSTRAINT status_known CHECK (status IN ('RUN', 'it''s', 'NEW'))
);
CREATE INDEX running ON devices (id) WHERE status IN ('RUN', 'DONE');
CREATE VIEW busy AS SELECT id FROM devices WHERE status NOT IN ('RUN', 'DONE');
CREATE POLICY shown ON devices USING (status IN ('RUN', 'DONE'));
CREATE DOMAIN state AS varchar CONSTRAINT known CHECK (VALUE IN ('a', 'b'));
