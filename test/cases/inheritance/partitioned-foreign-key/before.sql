CREATE TABLE members (id bigint, area text, PRIMARY KEY (id, area)) PARTITION BY LIST (area);
CREATE TABLE members_north PARTITION OF members FOR VALUES IN ('north');
CREATE TABLE visits (at date NOT NULL, member bigint, area text) PARTITION BY RANGE (at);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
