-- A subscription changes in place: connection, publications, parameters, state
CREATE SUBSCRIPTION ducks CONNECTION 'host=lake dbname=pond' PUBLICATION birds, more WITH (slot_name = 'other', binary = true, streaming = off,
  synchronous_commit = on, disable_on_error = true, password_required = false, run_as_owner = true, origin = none);
CREATE SUBSCRIPTION geese CONNECTION 'host=delta' PUBLICATION birds;
CREATE SUBSCRIPTION swans CONNECTION 'host=delta' PUBLICATION birds WITH (enabled = false, slot_name = NONE, create_slot = false);
ALTER SUBSCRIPTION swans OWNER TO keeper;
COMMENT ON SUBSCRIPTION swans IS 'new';
