-- Undo: lossless

-- Alters server north.
-- Hazard C410: changes where foreign tables of server north are read; queries on them may fail.
ALTER SERVER north VERSION '2.2' OPTIONS (SET host 'arctic', ADD dbname 'books', DROP port);

-- Changes the owner of server north to keeper.
-- Hazard S504: changes the owner of server north to keeper.
ALTER SERVER north OWNER TO keeper;

-- Changes privileges on server north.
-- Hazard S501: changes privileges on server north.
REVOKE USAGE ON FOREIGN SERVER north FROM reader;

-- Changes privileges on server north.
-- Hazard S501: changes privileges on server north.
GRANT USAGE ON FOREIGN SERVER north TO writer;

-- Removes the comment of server north.
COMMENT ON SERVER north IS NULL;

-- Alters server south.
-- Hazard C410: changes where foreign tables of server south are read; queries on them may fail.
ALTER SERVER south VERSION NULL OPTIONS (ADD host 'south');
