-- A sequence becomes unlogged and logged again.
CREATE UNLOGGED SEQUENCE visits;
