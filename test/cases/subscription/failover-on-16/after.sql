-- Failover came with PostgreSQL 17
CREATE SUBSCRIPTION ducks CONNECTION 'host=delta' PUBLICATION birds WITH (failover = true);
