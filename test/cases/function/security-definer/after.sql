-- A function that runs as its owner without a search_path of its own is a hazard.
CREATE FUNCTION purge() RETURNS void LANGUAGE sql SECURITY DEFINER AS $$ SELECT $$;
CREATE FUNCTION purge_safely() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT $$;
ALTER FUNCTION purge() OWNER TO keeper;
