-- A partition moves from one parent to another.
CREATE TABLE visits (at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE old_visits (at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE visits_2020 PARTITION OF old_visits FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
