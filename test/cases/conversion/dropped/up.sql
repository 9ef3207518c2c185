-- Undo: lossless

-- Drops conversion pond.latin.
DROP CONVERSION pond.latin;
