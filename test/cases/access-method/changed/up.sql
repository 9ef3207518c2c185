-- Undo: lossless

-- Drops access method one.
DROP ACCESS METHOD one;

-- Drops access method two.
DROP ACCESS METHOD two;

-- Recreates access method one.
CREATE ACCESS METHOD one TYPE INDEX HANDLER pg_catalog.bthandler;

-- Recreates access method two.
CREATE ACCESS METHOD two TYPE INDEX HANDLER public.tree;

-- Sets the comment of access method two.
COMMENT ON ACCESS METHOD two IS 'x';
