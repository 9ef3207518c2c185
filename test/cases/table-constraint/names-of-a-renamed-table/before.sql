CREATE TABLE people (id integer CONSTRAINT persons_pkey PRIMARY KEY, mail text CONSTRAINT persons_email_key UNIQUE, age integer CONSTRAINT persons_years_check CHECK (age > 0), a integer, b integer,
  CONSTRAINT persons_x_y_key UNIQUE (a, b));
CREATE INDEX persons_years_idx ON people (age);
CREATE INDEX persons_expr_idx ON people (lower(mail));
CREATE TABLE pets (id integer, owner integer CONSTRAINT pets_person_fkey REFERENCES people (id), pair_a integer, pair_b integer,
  CONSTRAINT pets_x_fkey FOREIGN KEY (pair_a, pair_b) REFERENCES people (a, b));
CREATE TABLE days (day date, n integer) PARTITION BY RANGE (day);
CREATE TABLE days_1 PARTITION OF days FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX days_number_idx ON ONLY days (n);
CREATE INDEX days_1_number_idx ON days_1 (n);
ALTER INDEX days_number_idx ATTACH PARTITION days_1_number_idx;
