-- A new partition of an existing table is made and attached.
CREATE TABLE visits (at date NOT NULL, n integer DEFAULT 1) PARTITION BY RANGE (at);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX visits_at ON visits (at);
