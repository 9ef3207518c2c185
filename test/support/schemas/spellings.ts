// Definitions that mean the same in three spellings, for the test that no plan takes one for a change of another.

export interface Spelling {
  /** What is spelled. */
  readonly what: string;
  /** Majors that have it. */
  readonly since?: number;
  readonly sql: readonly [string, string, string];
}

const spelled = (what: string, ...sql: readonly [string, string, string]): Spelling => ({ what, sql });

/** One statement with a place `?` for each of three spellings. */
const inPlace = (what: string, statement: string, ...parts: readonly [string, string, string]): Spelling => {
  const [one, two, three] = parts.map((part) => statement.replaceAll('?', () => part));
  return { what, sql: [one ?? '', two ?? '', three ?? ''] };
};

const RELATIONS: readonly Spelling[] = [
  inPlace(
    'storage parameters of a table',
    'CREATE TABLE stored (id integer) WITH (?);',
    'fillfactor = 70, autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.2, toast.autovacuum_enabled = true',
    "FILLFACTOR = '70', autovacuum_enabled = off, autovacuum_vacuum_scale_factor = 0.20, toast.autovacuum_enabled = on",
    "autovacuum_vacuum_scale_factor = .2, autovacuum_enabled = 'NO', toast.autovacuum_enabled, fillfactor = 070",
  ),
  inPlace(
    'storage parameters of indexes',
    `CREATE TABLE indexed (id integer, words tsvector, at timestamptz, range int4range);
     CREATE INDEX by_words ON indexed USING gin (words) WITH (?);`,
    'fastupdate = off, gin_pending_list_limit = 128',
    "fastupdate = false, gin_pending_list_limit = '128'",
    "gin_pending_list_limit = 128, fastupdate = '0'",
  ),
  inPlace(
    'a storage parameter with a word',
    'CREATE TABLE boxed (id integer, at point); CREATE INDEX by_place ON boxed USING gist (at) WITH (buffering = ?);',
    'auto',
    'AUTO',
    "'Auto'",
  ),
  spelled(
    'options of a view',
    `CREATE TABLE seen (id integer);
     CREATE VIEW shown WITH (security_barrier, check_option = local) AS SELECT id FROM seen WHERE id > 0;`,
    `CREATE TABLE seen (id int);
     CREATE VIEW shown WITH (security_barrier = true) AS SELECT id FROM seen WHERE id > 0 WITH LOCAL CHECK OPTION;`,
    `CREATE TABLE seen (id int4);
     CREATE VIEW shown WITH (check_option = 'local', security_barrier = 'on') AS SELECT seen.id FROM public.seen WHERE seen.id > 0;`,
  ),
  inPlace(
    'bounds of moments',
    `CREATE TABLE moments (at timestamptz, id integer) PARTITION BY RANGE (at);
     CREATE TABLE january PARTITION OF moments FOR VALUES FROM (?) TO (MAXVALUE);`,
    "'2025-01-01'",
    "'2025-01-01 00:00:00+00'",
    "timestamptz '2025-01-01T01:00:00+01:00'",
  ),
  inPlace(
    'bounds of numbers',
    `CREATE TABLE counted (n numeric(8,2), id bigint) PARTITION BY RANGE (n, id);
     CREATE TABLE some_counted PARTITION OF counted FOR VALUES FROM (MINVALUE, MINVALUE) TO (?);`,
    '10.5, 7',
    "'10.50', '7'",
    '10.50::numeric, 3 + 4',
  ),
  inPlace(
    'bounds of lists',
    `CREATE TABLE listed (kind text) PARTITION BY LIST (kind);
     CREATE TABLE some_listed PARTITION OF listed FOR VALUES IN (?);`,
    "'a', 'b, c', NULL",
    "NULL, 'b, c', 'a'",
    "'b, c'::text, 'a', NULL::text",
  ),
  spelled(
    'types',
    `CREATE TABLE typed (a integer, b varchar(10), c timestamptz(3), d double precision, e numeric(10,0), f char(5), g text[],
       h bit varying(3), i time, j real, k boolean, l interval(3), m "char");`,
    `CREATE TABLE typed (a int4, b character varying(10), c timestamp(3) with time zone, d float8, e decimal(10), f bpchar(5),
       g text ARRAY, h varbit(3), i time without time zone, j float4, k bool, l interval(3), m "char");`,
    `CREATE TABLE typed (a INT, b CHARACTER VARYING (10), c TIMESTAMPTZ (3), d FLOAT, e DEC (10), f CHARACTER (5), g TEXT[4],
       h VARBIT (3), i TIME, j FLOAT (24), k BOOL, l INTERVAL SECOND (3), m pg_catalog."char");`.replace(
      'INTERVAL SECOND (3)',
      'interval (3)',
    ),
  ),
  spelled(
    'defaults',
    `CREATE TABLE defaulted (a interval DEFAULT '1 hour', b boolean DEFAULT true, c jsonb DEFAULT '{"a": 1}', d inet DEFAULT '10.0.0.0/8',
       e numeric DEFAULT 1.5, f date DEFAULT '2025-01-31', g timestamptz DEFAULT '2025-01-31 12:00+00', h integer[] DEFAULT '{1,2}',
       i integer DEFAULT -1, j text DEFAULT 'x', k bytea DEFAULT '\\x00ff', l text DEFAULT E'a\\nb', m integer DEFAULT NULL);`,
    `CREATE TABLE defaulted (a interval DEFAULT '60 minutes', b boolean DEFAULT 't', c jsonb DEFAULT '{ "a" : 1 }', d inet DEFAULT '10.0.0.0/8'::inet,
       e numeric DEFAULT '1.5', f date DEFAULT '31 Jan 2025', g timestamptz DEFAULT '2025-01-31 13:00+01', h integer[] DEFAULT '{ 1, 2 }'::integer[],
       i integer DEFAULT '-1', j text DEFAULT text 'x', k bytea DEFAULT E'\\\\000\\\\377', l text DEFAULT 'a
b', m integer);`,
    `CREATE TABLE defaulted (a interval DEFAULT interval '01:00:00', b boolean DEFAULT 'yes'::boolean, c jsonb DEFAULT '{"a":1}'::jsonb, d inet DEFAULT inet '10.0.0.0/8',
       e numeric DEFAULT (1.5), f date DEFAULT date '2025-01-31', g timestamptz DEFAULT 'Jan 31 2025 07:00 EST', h integer[] DEFAULT '{"1","2"}',
       i integer DEFAULT (-1), j text DEFAULT 'x'::text, k bytea DEFAULT '\\x00FF'::bytea, l text DEFAULT U&'a\\000Ab', m integer DEFAULT NULL::integer);`,
  ),
  inPlace(
    'bounds of identities and sequences',
    'CREATE TABLE numbered (id bigint GENERATED BY DEFAULT AS IDENTITY ?, n integer); CREATE SEQUENCE plain_numbers;',
    '',
    '(START 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE)',
    '(NO MINVALUE NO MAXVALUE START WITH +1)',
  ),
  inPlace(
    'a sequence',
    'CREATE SEQUENCE counting ?;',
    '',
    'AS bigint INCREMENT 1 MINVALUE 1 NO MAXVALUE START 1 CACHE 1 NO CYCLE OWNED BY NONE',
    'START WITH 1 MAXVALUE 9223372036854775807',
  ),
  spelled(
    'constraints',
    `CREATE TABLE masters (id integer PRIMARY KEY, a integer UNIQUE);
     CREATE TABLE slaves (id integer REFERENCES masters, b integer CHECK (b > 0 AND b IN (1, 2)), c text CHECK (c IN ('a', 'b')),
       UNIQUE (id, b));`,
    `CREATE TABLE masters (id integer CONSTRAINT masters_pkey PRIMARY KEY, a integer CONSTRAINT masters_a_key UNIQUE NOT DEFERRABLE);
     CREATE TABLE slaves (id integer REFERENCES masters (id) MATCH SIMPLE ON DELETE NO ACTION ON UPDATE NO ACTION NOT DEFERRABLE INITIALLY IMMEDIATE,
       b integer CHECK ((b > 0) AND (b = ANY (ARRAY[1, 2]))), c text CHECK (c = ANY (ARRAY['a'::text, 'b'::text])),
       UNIQUE (id, b));`,
    `CREATE TABLE masters (id integer NOT NULL, a integer, PRIMARY KEY (id), UNIQUE (a));
     CREATE TABLE slaves (id integer, b integer, c text, CONSTRAINT slaves_b_check CHECK (((b > 0) AND b = ANY ('{1,2}'::integer[]))),
       CONSTRAINT slaves_c_check CHECK (c = 'a' OR c = 'b'), CONSTRAINT slaves_id_b_key UNIQUE (id, b), FOREIGN KEY (id) REFERENCES masters);`
      .replace("'{1,2}'::integer[]", 'ARRAY[1, 2]')
      .replace("c = 'a' OR c = 'b'", "c IN ('a', 'b')"),
  ),
  spelled(
    'indexes',
    `CREATE TABLE keyed (a text, b integer);
     CREATE INDEX keyed_a ON keyed (a, b DESC) WHERE b > 0;`,
    `CREATE TABLE keyed (a text COLLATE "default", b integer);
     CREATE INDEX keyed_a ON public.keyed USING btree (a text_ops ASC NULLS LAST, b DESC NULLS FIRST) WHERE (b > 0);`,
    `CREATE TABLE keyed (a text STORAGE EXTENDED, b integer) WITHOUT OIDS;
     CREATE INDEX keyed_a ON keyed (a COLLATE "default" ASC, b int4_ops DESC) TABLESPACE pg_default WHERE ((keyed.b > 0));`.replace(
      ' STORAGE EXTENDED',
      '',
    ),
  ),
  spelled(
    'statistics, triggers and policies',
    `CREATE TABLE watched (a integer, b integer);
     CREATE STATISTICS watched_stats (ndistinct, mcv) ON a, b FROM watched;
     CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
     CREATE TRIGGER looking AFTER UPDATE OF a, b ON watched FOR EACH ROW WHEN (OLD.a > 0) EXECUTE FUNCTION look();
     CREATE POLICY open ON watched USING (a > 0);`,
    `CREATE TABLE watched (a integer, b integer);
     CREATE STATISTICS watched_stats (mcv, ndistinct) ON b, a FROM watched;
     CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql VOLATILE COST 100 AS 'BEGIN RETURN NULL; END';
     CREATE TRIGGER looking AFTER UPDATE OF a, b ON public.watched FOR ROW WHEN ((OLD.a > 0)) EXECUTE PROCEDURE look();
     CREATE POLICY open ON watched AS PERMISSIVE FOR ALL TO PUBLIC USING ((a > 0));`,
    `CREATE TABLE watched (a integer, b integer);
     CREATE STATISTICS watched_stats (mcv, ndistinct) ON a, b FROM watched; ALTER STATISTICS watched_stats SET STATISTICS -1;
     CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql PARALLEL UNSAFE SECURITY INVOKER AS 'BEGIN RETURN NULL; END';
     CREATE TRIGGER looking AFTER UPDATE OF a, b ON watched FOR EACH ROW WHEN (OLD.a > 0) EXECUTE FUNCTION public.look();
     CREATE POLICY open ON watched TO PUBLIC USING (watched.a > 0);`,
  ),
];

const OTHERS: readonly Spelling[] = [
  inPlace(
    'locales of collations',
    `CREATE COLLATION sorted (provider = icu, locale = '?');
     CREATE TABLE sorted_names (name text COLLATE sorted); CREATE INDEX by_sorted ON sorted_names (name);`,
    '@colCaseFirst=lower;colNumeric=yes',
    'und-u-kf-lower-kn-true',
    'und-u-kn-kf-lower',
  ),
  inPlace(
    'settings of functions',
    'CREATE FUNCTION set_up() RETURNS integer LANGUAGE sql ? AS $$SELECT 1$$;',
    "SET search_path = public, pg_temp SET work_mem = '1MB' SET enable_seqscan = off SET statement_timeout = '1min'",
    `SET search_path TO 'public', "pg_temp" SET work_mem TO 1024 SET enable_seqscan TO false SET statement_timeout TO '60s'`,
    `SET work_mem TO '1024kB' SET search_path = "public", 'pg_temp' SET statement_timeout = 60000 SET enable_seqscan = 'no'`,
  ),
  spelled(
    'functions',
    `CREATE FUNCTION add(a integer, b integer DEFAULT 1) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
     CREATE FUNCTION many(n integer) RETURNS TABLE (x integer) LANGUAGE sql AS 'SELECT n';
     CREATE PROCEDURE act(INOUT n integer) LANGUAGE plpgsql AS 'BEGIN n := 1; END';`,
    `CREATE FUNCTION add(IN a int, IN b int = 1) RETURNS int4 AS 'SELECT a + b' LANGUAGE 'sql' CALLED ON NULL INPUT IMMUTABLE;
     CREATE FUNCTION many(IN n int4) RETURNS TABLE (x int) LANGUAGE sql ROWS 1000 VOLATILE AS 'SELECT n';
     CREATE PROCEDURE act(INOUT n int) AS 'BEGIN n := 1; END' LANGUAGE plpgsql;`,
    `CREATE OR REPLACE FUNCTION public.add(a INT4, b INTEGER DEFAULT (1)) RETURNS INTEGER IMMUTABLE COST 100 PARALLEL UNSAFE LANGUAGE SQL AS $$SELECT a + b$$;
     CREATE FUNCTION many(n integer) RETURNS TABLE (x integer) NOT LEAKPROOF LANGUAGE sql AS $x$SELECT n$x$;
     CREATE PROCEDURE act(INOUT n integer) SECURITY INVOKER LANGUAGE plpgsql AS 'BEGIN n := 1; END';`,
  ),
  spelled(
    'types',
    `CREATE DOMAIN short AS varchar(3) DEFAULT 'a' CHECK (VALUE <> '');
     CREATE TYPE spans AS RANGE (SUBTYPE = date);
     CREATE TYPE pair AS (a integer, b text);`,
    `CREATE DOMAIN short AS character varying(3) DEFAULT 'a'::character varying CONSTRAINT short_check CHECK (VALUE <> ''::text) NULL;
     CREATE TYPE spans AS RANGE (SUBTYPE = date, SUBTYPE_OPCLASS = date_ops, MULTIRANGE_TYPE_NAME = datemultirange_of_spans);
     CREATE TYPE pair AS (a int4, b text COLLATE "default");`.replace(
      ', MULTIRANGE_TYPE_NAME = datemultirange_of_spans',
      '',
    ),
    `CREATE DOMAIN short varchar(3) COLLATE "default" DEFAULT 'a' CHECK ((VALUE)::text <> ''::text);
     CREATE TYPE spans AS RANGE (subtype = date, multirange_type_name = multispans);
     CREATE TYPE pair AS (a int, b text);`.replace('multispans', 'spans_multirange'),
  ),
  spelled(
    'text search',
    `CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = snowball, language = english, stopwords = english);
     CREATE TEXT SEARCH DICTIONARY numbers (TEMPLATE = intdict_of_nobody);`.replace(/\n.*intdict.*$/, ''),
    "CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = pg_catalog.snowball, StopWords = 'english', Language = 'english');",
    `CREATE TEXT SEARCH DICTIONARY stems (LANGUAGE = "english", TEMPLATE = snowball, STOPWORDS = english);`,
  ),
  spelled(
    'privileges and comments',
    `CREATE TABLE granted (id integer, name text); GRANT SELECT, INSERT ON granted TO PUBLIC; GRANT UPDATE (id, name) ON granted TO PUBLIC;
     COMMENT ON TABLE granted IS NULL;`,
    `CREATE TABLE granted (id integer, name text); GRANT INSERT ON TABLE granted TO PUBLIC; GRANT SELECT ON granted TO PUBLIC;
     GRANT UPDATE (name), UPDATE (id) ON granted TO PUBLIC; COMMENT ON TABLE granted IS '';`,
    `CREATE TABLE granted (id integer, name text); GRANT SELECT, INSERT, DELETE ON granted TO PUBLIC; REVOKE DELETE ON granted FROM PUBLIC;
     GRANT UPDATE (id) ON granted TO PUBLIC; GRANT UPDATE (name) ON granted TO PUBLIC;`,
  ),
  spelled(
    'event triggers and publications',
    `CREATE FUNCTION told() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';
     CREATE EVENT TRIGGER telling ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION told();
     CREATE PUBLICATION told_tables WITH (publish = 'insert, update');`,
    `CREATE FUNCTION told() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';
     CREATE EVENT TRIGGER telling ON ddl_command_end WHEN tag IN ('DROP TABLE', 'CREATE TABLE') EXECUTE PROCEDURE told();
     CREATE PUBLICATION told_tables WITH (publish = 'update,insert', publish_via_partition_root = false);`,
    `CREATE FUNCTION told() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';
     CREATE EVENT TRIGGER telling ON ddl_command_end WHEN TAG IN ('create table', 'drop table') EXECUTE FUNCTION told();
     CREATE PUBLICATION told_tables WITH (publish = 'insert,update', publish_via_partition_root = 'off');`,
  ),
  spelled(
    'foreign servers',
    `CREATE FOREIGN DATA WRAPPER ferry OPTIONS (a '1', b '2'); CREATE SERVER river FOREIGN DATA WRAPPER ferry OPTIONS (host 'a', port '1');`,
    `CREATE FOREIGN DATA WRAPPER ferry NO HANDLER NO VALIDATOR OPTIONS (b '2', a '1'); CREATE SERVER river FOREIGN DATA WRAPPER ferry OPTIONS (port '1', host 'a');`,
    `CREATE FOREIGN DATA WRAPPER ferry OPTIONS ("b" '2', "a" '1'); CREATE SERVER river FOREIGN DATA WRAPPER ferry OPTIONS ("port" '1', host 'a');`,
  ),
  inPlace(
    'settings and limits of roles',
    `CREATE ROLE spelled_role VALID UNTIL '?'; ALTER ROLE spelled_role SET search_path TO a, "B c"; ALTER ROLE spelled_role SET work_mem TO '2MB';
     ALTER ROLE spelled_role SET lock_timeout TO '2s';`,
    '2030-01-01',
    '2030-01-01 00:00:00+00',
    '2029-12-31 19:00:00-05',
  ),
];

export const SPELLINGS: readonly Spelling[] = [...RELATIONS, ...OTHERS];
