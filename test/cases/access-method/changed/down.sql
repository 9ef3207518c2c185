-- Drops access method one.
DROP ACCESS METHOD one;

-- Drops access method two.
DROP ACCESS METHOD two;

-- Recreates access method one.
CREATE ACCESS METHOD one TYPE TABLE HANDLER pg_catalog.heap_tableam_handler;

-- Recreates access method two.
CREATE ACCESS METHOD two TYPE INDEX HANDLER pg_catalog.bthandler;
