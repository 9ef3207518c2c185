-- Undo: lossless

-- Drops access method one.
DROP ACCESS METHOD one;

-- Drops access method two.
DROP ACCESS METHOD two;

-- Makes again access method one.
CREATE ACCESS METHOD one TYPE INDEX HANDLER pg_catalog.bthandler;

-- Makes again access method two.
CREATE ACCESS METHOD two TYPE INDEX HANDLER public.tree;

-- Describes access method two.
COMMENT ON ACCESS METHOD two IS 'x';
