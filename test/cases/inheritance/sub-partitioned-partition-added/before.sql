CREATE TABLE events (id integer, at date NOT NULL, CONSTRAINT events_pk PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX events_one ON events (at);
CREATE INDEX events_two ON events (at) WHERE id > 0;
CREATE TABLE events_25 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
