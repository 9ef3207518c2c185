-- Drops schema pond.
-- Hazard D103: drops schema pond.
DROP SCHEMA pond;

-- Creates access method one.
CREATE ACCESS METHOD one TYPE TABLE HANDLER pg_catalog.heap_tableam_handler;

-- Creates table public.ducks.
CREATE TABLE public.ducks (
    id bigint
)
USING one;
