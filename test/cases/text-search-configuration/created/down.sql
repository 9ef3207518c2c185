-- Drops table app.notes.
-- Locks app.notes (ACCESS EXCLUSIVE). Loses the rows of table app.notes.
-- Hazard D101, blocking: drops table app.notes with its rows.
DROP TABLE app.notes;

-- Drops text search configuration app.copied.
DROP TEXT SEARCH CONFIGURATION app.copied;

-- Drops text search configuration app.search.
DROP TEXT SEARCH CONFIGURATION app.search;

-- Drops text search dictionary app.plain.
DROP TEXT SEARCH DICTIONARY app.plain;
