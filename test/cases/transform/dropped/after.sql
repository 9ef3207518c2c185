-- A transform goes
CREATE SCHEMA pond;
