-- The marks for CLUSTER and for replication move to another index.
CREATE TABLE log (a integer NOT NULL, b integer NOT NULL);
CREATE UNIQUE INDEX by_a ON log (a);
CREATE UNIQUE INDEX by_b ON log (b);
ALTER TABLE log REPLICA IDENTITY USING INDEX by_b;
ALTER TABLE log CLUSTER ON by_b;
