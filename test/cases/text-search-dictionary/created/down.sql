-- Drops text search dictionary app."Plain Words".
DROP TEXT SEARCH DICTIONARY app."Plain Words";

-- Drops text search dictionary app.bare.
DROP TEXT SEARCH DICTIONARY app.bare;

-- Drops text search dictionary app.english.
DROP TEXT SEARCH DICTIONARY app.english;
