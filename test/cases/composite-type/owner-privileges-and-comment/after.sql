-- Who owns it, who may use it, what is said of it.
CREATE TYPE address AS (street text, town text);
ALTER TYPE address OWNER TO keeper;
REVOKE USAGE ON TYPE address FROM PUBLIC;
GRANT USAGE ON TYPE address TO reader;
COMMENT ON TYPE address IS 'Where somebody lives';
