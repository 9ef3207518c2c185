-- Undo: lossless

-- Creates table public.desk.
CREATE TABLE public.desk (
    id integer NOT NULL,
    no integer,
    span int4range,
    CONSTRAINT desk_key PRIMARY KEY (id) WITH (fillfactor = 40),
    CONSTRAINT desk_span_excl EXCLUDE USING gist (span WITH &&) WITH (fillfactor='60') WHERE ((id > 0)) DEFERRABLE,
    CONSTRAINT once UNIQUE (no) WITH (fillfactor = 30) DEFERRABLE INITIALLY DEFERRED
);

-- Alters table constraint apart ON public.room.
ALTER INDEX public.apart SET (fillfactor = 60);

-- Alters table constraint named ON public.room.
ALTER INDEX public.named RESET (fillfactor);

-- Alters table constraint room_pkey ON public.room.
ALTER INDEX public.room_pkey SET (fillfactor = 50);
