-- Alters server north.
-- Hazard C410: foreign tables of server north read another place, or fail.
ALTER SERVER north VERSION '2.1' OPTIONS (SET host 'north', ADD port '5432', DROP dbname);

-- Gives north to postgres.
-- Hazard S504: postgres owns north.
ALTER SERVER north OWNER TO postgres;

-- Sets who may use north.
-- Hazard S501: changes privileges on north.
REVOKE USAGE ON FOREIGN SERVER north FROM writer;

-- Sets who may use north.
-- Hazard S501: changes privileges on north.
GRANT USAGE ON FOREIGN SERVER north TO reader;

-- Describes server north.
COMMENT ON SERVER north IS 'Opens at nine';

-- Alters server south.
-- Hazard C410: foreign tables of server south read another place, or fail.
ALTER SERVER south VERSION '1' OPTIONS (DROP host);
