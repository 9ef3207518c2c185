-- A new partition with partitions of its own gets the parent's key, and two indexes over one column.
CREATE TABLE events (id integer, at date NOT NULL, CONSTRAINT events_pk PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX events_one ON events (at);
CREATE INDEX events_two ON events (at) WHERE id > 0;
CREATE TABLE events_25 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_26 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY HASH (id);
CREATE TABLE events_26_a PARTITION OF events_26 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE events_26_b PARTITION OF events_26 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
