-- Undo: lossless

-- Creates text search dictionary app."Plain Words".
CREATE TEXT SEARCH DICTIONARY app."Plain Words" (
    TEMPLATE = pg_catalog.simple,
    accept = 'false'
);

-- Creates text search dictionary app.bare.
CREATE TEXT SEARCH DICTIONARY app.bare (
    TEMPLATE = pg_catalog.simple
);

-- Creates text search dictionary app.english.
CREATE TEXT SEARCH DICTIONARY app.english (
    TEMPLATE = pg_catalog.snowball,
    language = 'english', stopwords = 'english'
);

-- Changes the owner of text search dictionary app.english to keeper.
ALTER TEXT SEARCH DICTIONARY app.english OWNER TO keeper;

-- Sets the comment of text search dictionary app.english.
COMMENT ON TEXT SEARCH DICTIONARY app.english IS 'English stems';
