-- A new index of a partitioned table takes over the one that a partition has.
CREATE TABLE visits (day date, page text) PARTITION BY RANGE (day);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX visits_2024_by_page ON visits_2024 (page);
CREATE INDEX visits_page ON visits (page);
