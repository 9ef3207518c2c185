-- Drops schema pond.
-- Hazard D103: drops schema pond.
DROP SCHEMA pond;

-- Creates subscription ducks.
-- Hazard C412: creates subscription ducks without a connection: it receives no changes until it is set up by hand.
CREATE SUBSCRIPTION ducks
    CONNECTION 'host=delta dbname=pond'
    PUBLICATION birds
    WITH (connect = false, slot_name = 'ducks');

-- Enables subscription ducks.
ALTER SUBSCRIPTION ducks ENABLE;

-- Creates subscription geese.
-- Hazard C412: creates subscription geese without a connection: it receives no changes until it is set up by hand.
CREATE SUBSCRIPTION geese
    CONNECTION 'host=delta'
    PUBLICATION birds
    WITH (connect = false, slot_name = 'geese');

-- Creates subscription swans.
-- Hazard C412: creates subscription swans without a connection: it receives no changes until it is set up by hand.
CREATE SUBSCRIPTION swans
    CONNECTION 'host=delta'
    PUBLICATION birds
    WITH (connect = false, slot_name = NONE);
