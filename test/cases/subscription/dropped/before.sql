CREATE SUBSCRIPTION ducks CONNECTION 'host=delta dbname=pond' PUBLICATION birds;
CREATE SUBSCRIPTION swans CONNECTION 'host=delta' PUBLICATION birds WITH (connect = false, slot_name = NONE);
