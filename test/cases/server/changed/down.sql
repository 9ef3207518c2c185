-- Alters server north.
ALTER SERVER north VERSION '2.1';

-- Alters server north.
ALTER SERVER north OPTIONS (SET host 'north', ADD port '5432', DROP dbname);

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
ALTER SERVER south VERSION '1';

-- Alters server south.
ALTER SERVER south OPTIONS (DROP host);
