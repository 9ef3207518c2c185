-- Undo: loses data:
--   values of pond.geese.plumage that the new pond.plumage lacks

-- Drops foreign table pond.ducks; its rows stay where they are.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.ducks fail.
DROP FOREIGN TABLE pond.ducks;

-- Moves pond.plumage aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name pond.plumage fail until they reconnect.
ALTER TYPE pond.plumage RENAME TO plumage__before;

-- Creates enum pond.plumage.
CREATE TYPE pond.plumage AS ENUM (
    'grey'
);

-- pond.geese.plumage follows the new pond.plumage.
-- Locks pond.geese (ACCESS EXCLUSIVE). Rewrites pond.geese. Loses values of pond.geese.plumage that the new
--   pond.plumage lacks.
-- Hazard A201, blocking: rewrites table pond.geese to follow type pond.plumage.
-- Hazard F304: fails if a value of pond.geese.plumage does not exist in the new type.
ALTER TABLE pond.geese ALTER COLUMN plumage TYPE pond.plumage USING plumage::text::pond.plumage;

-- Makes again foreign table pond.ducks, because enum pond.plumage changes.
CREATE FOREIGN TABLE pond.ducks (
    id bigint,
    plumage pond.plumage DEFAULT 'grey'::pond.plumage,
    name text
)
SERVER delta;

-- Drops the former pond.plumage, now unused.
DROP TYPE pond.plumage__before;
