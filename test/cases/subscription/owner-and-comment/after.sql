-- Owner and comment of a subscription change
CREATE SUBSCRIPTION ducks CONNECTION 'host=delta' PUBLICATION birds WITH (connect = false);
ALTER SUBSCRIPTION ducks OWNER TO keeper;
