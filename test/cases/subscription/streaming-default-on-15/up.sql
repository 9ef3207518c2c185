-- Undo: lossless

-- Creates subscription ducks.
-- Hazard C412: creates subscription ducks without a connection: it receives no changes until it is set up by hand.
CREATE SUBSCRIPTION ducks
    CONNECTION 'host=delta'
    PUBLICATION birds
    WITH (connect = false, slot_name = 'ducks');

-- Enables subscription ducks.
ALTER SUBSCRIPTION ducks ENABLE;
