-- Undo: lossless

-- Creates function app.begin(internal, integer).
CREATE FUNCTION app.begin(internal, integer)
 RETURNS internal
 LANGUAGE internal
 STRICT
AS $function$prsd_start$function$;

-- Creates text search parser app.words.
CREATE TEXT SEARCH PARSER app.words (
    START = app.begin,
    GETTOKEN = pg_catalog.prsd_nexttoken,
    END = pg_catalog.prsd_end,
    HEADLINE = pg_catalog.prsd_headline,
    LEXTYPES = pg_catalog.prsd_lextype
);

-- Sets the comment of text search parser app.words.
COMMENT ON TEXT SEARCH PARSER app.words IS 'Cuts at blanks';

-- Creates text search configuration app.plain.
CREATE TEXT SEARCH CONFIGURATION app.plain (
    PARSER = app.words
);

-- Creates text search configuration app.plain.
ALTER TEXT SEARCH CONFIGURATION app.plain
    ADD MAPPING FOR asciiword, word WITH pg_catalog.simple;
