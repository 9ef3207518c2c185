-- Alters table column pond.ducks.label.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
ALTER TABLE pond.ducks ALTER COLUMN label DROP EXPRESSION;
