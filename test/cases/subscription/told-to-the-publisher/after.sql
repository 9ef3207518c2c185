-- Failover and two-phase commit change while the subscription is disabled
CREATE SUBSCRIPTION ducks CONNECTION 'host=delta' PUBLICATION birds WITH (failover = true, two_phase = true);
