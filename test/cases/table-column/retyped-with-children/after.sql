-- ALTER TABLE locks and rewrites child tables and partitions as well.
CREATE TABLE parcel (id int, weight bigint NOT NULL);
CREATE TABLE heavy_parcel () INHERITS (parcel);
CREATE TABLE log (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE log_25 PARTITION OF log FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE log_26 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX log_at ON log (at);
