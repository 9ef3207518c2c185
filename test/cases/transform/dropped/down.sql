-- Drops schema pond.
-- Hazard D103: drops schema pond.
DROP SCHEMA pond;

-- Creates transform FOR integer LANGUAGE sql.
CREATE TRANSFORM FOR integer LANGUAGE sql (TO SQL WITH FUNCTION pg_catalog.int4recv(internal));
