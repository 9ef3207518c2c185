CREATE TABLE visits (at date NOT NULL, n integer DEFAULT 1) PARTITION BY RANGE (at);
CREATE INDEX visits_n ON visits (n);
