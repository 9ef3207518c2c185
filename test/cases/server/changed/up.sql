-- Undo: lossless

-- Alters server north.
ALTER SERVER north VERSION '2.2';

-- Alters server north.
ALTER SERVER north OPTIONS (SET host 'arctic', ADD dbname 'books', DROP port);

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
ALTER SERVER south VERSION NULL;

-- Alters server south.
ALTER SERVER south OPTIONS (ADD host 'south');
