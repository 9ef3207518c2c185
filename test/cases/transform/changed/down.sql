-- Alters transform FOR bigint LANGUAGE sql.
CREATE OR REPLACE TRANSFORM FOR bigint LANGUAGE sql (TO SQL WITH FUNCTION pg_catalog.int8recv(internal));

-- Removes the comment of transform FOR bigint LANGUAGE sql.
COMMENT ON TRANSFORM FOR bigint LANGUAGE sql IS NULL;

-- Alters transform FOR integer LANGUAGE sql.
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION pg_catalog.prsd_lextype(internal), TO SQL WITH FUNCTION pg_catalog.int4recv(internal));
