-- Undo: lossless

-- Creates subscription ducks.
-- Hazard C412: subscription ducks is made without a connection: it receives nothing before it is set up by hand.
CREATE SUBSCRIPTION ducks
    CONNECTION 'host=delta dbname=pond'
    PUBLICATION "Others", birds
    WITH (connect = false, slot_name = 'ducks');

-- Has subscription ducks receive changes.
ALTER SUBSCRIPTION ducks ENABLE;

-- Creates subscription geese.
-- Hazard C412: subscription geese is made without a connection: it receives nothing before it is set up by hand.
-- Hazard S507: the password of subscription geese stands in this statement in plain text.
CREATE SUBSCRIPTION geese
    CONNECTION E'host=delta password=''s e\\cret'' dbname=pond <&>'
    PUBLICATION birds
    WITH (connect = false, slot_name = 'the_geese', binary = true, streaming = on, synchronous_commit = 'remote_apply', two_phase = true, disable_on_error = true, password_required = false, run_as_owner = true, origin = none, failover = true);

-- Creates subscription swans.
-- Hazard C412: subscription swans is made without a connection: it receives nothing before it is set up by hand.
CREATE SUBSCRIPTION swans
    CONNECTION ''
    PUBLICATION birds
    WITH (connect = false, slot_name = NONE);

-- Gives swans to keeper.
ALTER SUBSCRIPTION swans OWNER TO keeper;

-- Describes subscription swans.
COMMENT ON SUBSCRIPTION swans IS 'white';
