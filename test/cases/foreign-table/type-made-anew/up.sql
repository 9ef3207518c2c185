-- Undo: lossless

-- Drops foreign table pond.ducks; its rows remain on the foreign server.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
DROP FOREIGN TABLE pond.ducks;

-- Renames enum pond.plumage, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name pond.plumage fail until they reconnect.
ALTER TYPE pond.plumage RENAME TO plumage__before;

-- Creates enum pond.plumage.
CREATE TYPE pond.plumage AS ENUM (
    'grey'
);

-- Changes the type of table column pond.geese.plumage to the recreated pond.plumage.
-- Locks pond.geese (ACCESS EXCLUSIVE). Rewrites pond.geese.
-- Hazard A201, blocking: rewrites table pond.geese: the type of column plumage becomes the recreated pond.plumage.
-- Hazard F304: fails if a value of pond.geese.plumage is white, which pond.plumage no longer has.
ALTER TABLE pond.geese ALTER COLUMN plumage TYPE pond.plumage USING plumage::text::pond.plumage;

-- Recreates foreign table pond.ducks, because enum pond.plumage changes.
CREATE FOREIGN TABLE pond.ducks (
    id bigint,
    plumage pond.plumage DEFAULT 'grey'::pond.plumage,
    name text
)
SERVER delta;

-- Drops the former enum pond.plumage, which no object uses any more.
DROP TYPE pond.plumage__before;
