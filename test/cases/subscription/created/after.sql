-- Subscriptions are made without a connection, as pg_dump does
CREATE SUBSCRIPTION ducks CONNECTION 'host=delta dbname=pond' PUBLICATION birds, "Others";
CREATE SUBSCRIPTION geese CONNECTION 'host=delta password=''s e\cret'' dbname=pond <&>' PUBLICATION birds WITH (enabled = false, slot_name = 'the_geese',
  binary = true, streaming = on, synchronous_commit = 'remote_apply', two_phase = true, disable_on_error, password_required = false,
  run_as_owner = true, origin = none, failover = true);
CREATE SUBSCRIPTION swans CONNECTION '' PUBLICATION birds WITH (connect = false, slot_name = NONE);
ALTER SUBSCRIPTION swans OWNER TO keeper;
COMMENT ON SUBSCRIPTION swans IS 'white';
