-- Alters server north.
-- Hazard C410: changes where foreign tables of server north are read; queries on them may fail.
ALTER SERVER north VERSION '2.1' OPTIONS (SET host 'north', ADD port '5432', DROP dbname);

-- Changes the owner of server north to postgres.
-- Hazard S504: changes the owner of server north to postgres.
ALTER SERVER north OWNER TO postgres;

-- Changes privileges on server north.
-- Hazard S501: changes privileges on server north.
REVOKE USAGE ON FOREIGN SERVER north FROM writer;

-- Changes privileges on server north.
-- Hazard S501: changes privileges on server north.
GRANT USAGE ON FOREIGN SERVER north TO reader;

-- Sets the comment of server north.
COMMENT ON SERVER north IS 'Opens at nine';

-- Alters server south.
-- Hazard C410: changes where foreign tables of server south are read; queries on them may fail.
ALTER SERVER south VERSION '1' OPTIONS (DROP host);
