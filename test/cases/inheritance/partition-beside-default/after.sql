-- PostgreSQL locks and scans the default partition when a new partition is attached, and fails on rows within its bound.
CREATE TABLE log (id int, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE log_other PARTITION OF log DEFAULT;
CREATE TABLE log_26 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
