-- Undo: lossless

-- Drops server north.
DROP SERVER north;
