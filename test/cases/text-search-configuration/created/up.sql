-- Undo: lossless

-- Creates text search dictionary app.plain.
CREATE TEXT SEARCH DICTIONARY app.plain (
    TEMPLATE = pg_catalog.simple,
    accept = 'false'
);

-- Creates text search configuration app.copied.
CREATE TEXT SEARCH CONFIGURATION app.copied (
    PARSER = pg_catalog."default"
);

-- Creates text search configuration app.copied.
ALTER TEXT SEARCH CONFIGURATION app.copied
    ADD MAPPING FOR asciiword, word, hword WITH app.plain, pg_catalog.english_stem;

-- Creates text search configuration app.copied.
ALTER TEXT SEARCH CONFIGURATION app.copied
    ADD MAPPING FOR email, "int", uint WITH pg_catalog.simple;

-- Creates text search configuration app.search.
CREATE TEXT SEARCH CONFIGURATION app.search (
    PARSER = pg_catalog."default"
);

-- Creates text search configuration app.search.
ALTER TEXT SEARCH CONFIGURATION app.search
    ADD MAPPING FOR asciiword, word, hword WITH app.plain, pg_catalog.english_stem;

-- Creates text search configuration app.search.
ALTER TEXT SEARCH CONFIGURATION app.search
    ADD MAPPING FOR email, "int", uint WITH pg_catalog.simple;

-- Sets the comment of text search configuration app.search.
COMMENT ON TEXT SEARCH CONFIGURATION app.search IS 'How notes are searched';

-- Creates table app.notes.
CREATE TABLE app.notes (
    id bigint NOT NULL,
    words text,
    found tsvector GENERATED ALWAYS AS (to_tsvector('app.search'::regconfig, words)) STORED,
    CONSTRAINT notes_pkey PRIMARY KEY (id)
);
