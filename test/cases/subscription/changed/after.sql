-- A subscription changes in place: connection, publications, parameters, state
CREATE SUBSCRIPTION ducks CONNECTION 'host=lake dbname=pond' PUBLICATION birds, more WITH (connect = false, slot_name = 'other', binary = true,
  streaming = off, synchronous_commit = on, disable_on_error = true, password_required = false, run_as_owner = true, origin = none);
ALTER SUBSCRIPTION ducks ENABLE;
CREATE SUBSCRIPTION geese CONNECTION 'host=delta' PUBLICATION birds WITH (connect = false);
ALTER SUBSCRIPTION geese ENABLE;
CREATE SUBSCRIPTION swans CONNECTION 'host=delta' PUBLICATION birds WITH (connect = false, slot_name = NONE);
COMMENT ON SUBSCRIPTION swans IS 'new';
