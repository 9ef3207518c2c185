-- A user mapping goes with its server
CREATE SCHEMA pond;
