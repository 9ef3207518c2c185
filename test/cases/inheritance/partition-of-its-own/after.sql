-- A partition has a default, an index, a check and a comment of its own.
CREATE TABLE visits (at date NOT NULL, n integer DEFAULT 1) PARTITION BY RANGE (at);
CREATE INDEX visits_n ON visits (n);
CREATE TABLE visits_2020 PARTITION OF visits (n DEFAULT 2, CONSTRAINT few CHECK (n < 100)) FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX visits_2020_at ON visits_2020 (at);
COMMENT ON INDEX visits_2020_n_idx IS 'Adopted';
COMMENT ON TABLE visits_2020 IS 'Before the move';
GRANT SELECT ON visits_2020 TO reader;
