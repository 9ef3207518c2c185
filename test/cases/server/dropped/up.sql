-- Undo: lossless

-- Drops server north; PostgreSQL refuses while a foreign table or user mapping needs it.
DROP SERVER north;
