-- A partitioned table is published by its root.
CREATE TABLE loans (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE loans_1 PARTITION OF loans FOR VALUES FROM (0) TO (100);
CREATE PUBLICATION desk FOR TABLE loans WITH (publish_via_partition_root);
