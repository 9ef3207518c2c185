-- A default is what it does now, not the text of the day it was written
CREATE SCHEMA post;
SET search_path = post;
CREATE FUNCTION next_stamp() RETURNS integer LANGUAGE sql RETURN 7;
CREATE DOMAIN stamp AS integer DEFAULT next_stamp();
