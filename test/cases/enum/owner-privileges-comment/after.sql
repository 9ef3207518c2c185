-- Owner, privileges and comment of an enum change in place.
CREATE TYPE condition AS ENUM ('new', 'worn');
ALTER TYPE condition OWNER TO keeper;
REVOKE USAGE ON TYPE condition FROM PUBLIC;
GRANT USAGE ON TYPE condition TO writer;
COMMENT ON TYPE condition IS 'How a copy looks';
