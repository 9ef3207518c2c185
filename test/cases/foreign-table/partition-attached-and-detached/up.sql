-- Undo: lossless

-- Detaches partition pond.ducks from pond.birds; the partition keeps its rows.
-- Locks pond.ducks, pond.birds (ACCESS EXCLUSIVE).
ALTER TABLE pond.birds DETACH PARTITION pond.ducks;

-- Attaches partition pond.geese to pond.birds.
-- Locks pond.geese (ACCESS EXCLUSIVE).
ALTER TABLE pond.birds ATTACH PARTITION pond.geese FOR VALUES IN ('goose');

-- Creates foreign table pond.swans.
CREATE FOREIGN TABLE pond.swans (
    id bigint,
    kind text
)
SERVER delta;

-- Attaches partition pond.swans to pond.birds.
ALTER TABLE pond.birds ATTACH PARTITION pond.swans FOR VALUES IN ('swan');
