-- Drops text search dictionary app.same.
DROP TEXT SEARCH DICTIONARY app.same;

-- Drops text search template app.simply.
DROP TEXT SEARCH TEMPLATE app.simply;
