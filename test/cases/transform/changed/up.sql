-- Undo: lossless

-- Alters transform FOR bigint LANGUAGE sql.
CREATE OR REPLACE TRANSFORM FOR bigint LANGUAGE sql (FROM SQL WITH FUNCTION pg_catalog.prsd_lextype(internal));

-- Sets the comment of transform FOR bigint LANGUAGE sql.
COMMENT ON TRANSFORM FOR bigint LANGUAGE sql IS 'one way';

-- Alters transform FOR integer LANGUAGE sql.
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE sql (TO SQL WITH FUNCTION pg_catalog.int4recv(internal));
