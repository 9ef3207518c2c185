-- A conversion goes
CREATE SCHEMA pond;
