-- Undo: lossless

-- Creates subscription ducks.
-- Hazard C412: subscription ducks is made without a connection: it receives nothing before it is set up by hand.
CREATE SUBSCRIPTION ducks
    CONNECTION 'host=delta'
    PUBLICATION birds
    WITH (connect = false, slot_name = 'ducks');

-- Has subscription ducks receive changes.
ALTER SUBSCRIPTION ducks ENABLE;
