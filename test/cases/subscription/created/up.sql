-- Undo: lossless

-- Creates subscription ducks.
-- Hazard C412: creates subscription ducks without a connection: it receives no changes until it is set up by hand.
CREATE SUBSCRIPTION ducks
    CONNECTION 'host=delta dbname=pond'
    PUBLICATION "Others", birds
    WITH (connect = false, slot_name = 'ducks');

-- Enables subscription ducks.
ALTER SUBSCRIPTION ducks ENABLE;

-- Creates subscription geese.
-- Hazard C412: creates subscription geese without a connection: it receives no changes until it is set up by hand.
-- Hazard S507: contains the password of subscription geese in plain text.
CREATE SUBSCRIPTION geese
    CONNECTION E'host=delta password=''s e\\cret'' dbname=pond <&>'
    PUBLICATION birds
    WITH (connect = false, slot_name = 'the_geese', binary = true, streaming = on, synchronous_commit = 'remote_apply', two_phase = true, disable_on_error = true, password_required = false, run_as_owner = true, origin = none, failover = true);

-- Creates subscription swans.
-- Hazard C412: creates subscription swans without a connection: it receives no changes until it is set up by hand.
CREATE SUBSCRIPTION swans
    CONNECTION ''
    PUBLICATION birds
    WITH (connect = false, slot_name = NONE);

-- Changes the owner of subscription swans to keeper.
ALTER SUBSCRIPTION swans OWNER TO keeper;

-- Sets the comment of subscription swans.
COMMENT ON SUBSCRIPTION swans IS 'white';
