-- Keys, checks and indexes keep the names that PostgreSQL chose before their table or column was renamed; changes of them name them so.
CREATE TABLE people (id integer PRIMARY KEY, mail text UNIQUE, age integer CHECK (age > 0), a integer, b integer, UNIQUE (a, b));
CREATE INDEX ON people (age);
CREATE INDEX ON people (lower(mail)) WITH (fillfactor = 80);
COMMENT ON CONSTRAINT people_pkey ON people IS 'the key';
CREATE TABLE pets (id integer, owner integer REFERENCES people (id), pair_a integer, pair_b integer,
  FOREIGN KEY (pair_a, pair_b) REFERENCES people (a, b));
CREATE TABLE days (day date, n integer) PARTITION BY RANGE (day);
CREATE TABLE days_1 PARTITION OF days FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX ON days (n);
