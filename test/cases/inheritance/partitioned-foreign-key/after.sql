-- A foreign key from and to partitioned tables is stated once.
CREATE TABLE members (id bigint, area text, PRIMARY KEY (id, area)) PARTITION BY LIST (area);
CREATE TABLE members_north PARTITION OF members FOR VALUES IN ('north');
CREATE TABLE visits (
  at date NOT NULL,
  member bigint,
  area text,
  FOREIGN KEY (member, area) REFERENCES members
) PARTITION BY RANGE (at);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
