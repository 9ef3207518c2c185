-- Owner and privileges of a domain change in place.
CREATE DOMAIN isbn AS text;
ALTER DOMAIN isbn OWNER TO keeper;
GRANT USAGE ON DOMAIN isbn TO reader WITH GRANT OPTION;
