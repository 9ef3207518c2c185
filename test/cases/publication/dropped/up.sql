-- Undo: lossless

-- Drops publication desk.
DROP PUBLICATION desk;
