-- A new key of a partitioned table takes over the one that a partition has.
CREATE TABLE visits (day date NOT NULL, page text NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE visits_2024 ADD CONSTRAINT one_a_day UNIQUE (day, page);
ALTER TABLE visits ADD CONSTRAINT one_page_a_day UNIQUE (day, page);
