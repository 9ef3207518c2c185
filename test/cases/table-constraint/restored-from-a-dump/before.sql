CREATE TABLE devices (
  id integer PRIMARY KEY, status varchar(25) NOT NULL, kind char(3), mark name,
  label text GENERATED ALWAYS AS (CASE WHEN ((status)::text = ANY (ARRAY[('RUN'::character varying)::text, ('DONE'::character varying)::text])) THEN 'x' END) STORED,
  CONSTRAINT status_known CHECK (((status)::text = ANY (ARRAY[('RUN'::character varying)::text, ('it''s'::character varying)::text, ('NEW'::character varying)::text])))
);
CREATE INDEX running ON devices (id) WHERE ((status)::text = ANY (ARRAY[('RUN'::character varying)::text, ('DONE'::character varying)::text]));
CREATE VIEW busy AS SELECT id FROM devices WHERE ((status)::text <> ALL (ARRAY[('RUN'::character varying)::text, ('DONE'::character varying)::text]));
CREATE POLICY shown ON devices USING (((status)::text = ANY (ARRAY[('RUN'::character varying)::text, ('DONE'::character varying)::text])));
CREATE DOMAIN state AS varchar CONSTRAINT known CHECK (((VALUE)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text])));
