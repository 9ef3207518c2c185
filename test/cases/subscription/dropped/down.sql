-- Drops schema pond.
-- Hazard D103: drops schema pond.
DROP SCHEMA pond;

-- Creates subscription ducks.
-- Hazard C412: subscription ducks is made without a connection: it receives nothing before it is set up by hand.
CREATE SUBSCRIPTION ducks
    CONNECTION 'host=delta dbname=pond'
    PUBLICATION birds
    WITH (connect = false, slot_name = 'ducks');

-- Has subscription ducks receive changes.
ALTER SUBSCRIPTION ducks ENABLE;

-- Creates subscription geese.
-- Hazard C412: subscription geese is made without a connection: it receives nothing before it is set up by hand.
CREATE SUBSCRIPTION geese
    CONNECTION 'host=delta'
    PUBLICATION birds
    WITH (connect = false, slot_name = 'geese');

-- Creates subscription swans.
-- Hazard C412: subscription swans is made without a connection: it receives nothing before it is set up by hand.
CREATE SUBSCRIPTION swans
    CONNECTION 'host=delta'
    PUBLICATION birds
    WITH (connect = false, slot_name = NONE);
