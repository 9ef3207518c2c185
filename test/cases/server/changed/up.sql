-- Undo: lossless

-- Alters server north.
-- Hazard C410: foreign tables of server north read another place, or fail.
ALTER SERVER north VERSION '2.2' OPTIONS (SET host 'arctic', ADD dbname 'books', DROP port);

-- Gives north to keeper.
-- Hazard S504: keeper owns north.
ALTER SERVER north OWNER TO keeper;

-- Sets who may use north.
-- Hazard S501: changes privileges on north.
REVOKE USAGE ON FOREIGN SERVER north FROM reader;

-- Sets who may use north.
-- Hazard S501: changes privileges on north.
GRANT USAGE ON FOREIGN SERVER north TO writer;

-- Removes the comment of north.
COMMENT ON SERVER north IS NULL;

-- Alters server south.
-- Hazard C410: foreign tables of server south read another place, or fail.
ALTER SERVER south VERSION NULL OPTIONS (ADD host 'south');
