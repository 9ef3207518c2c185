-- A rule is switched off, and described.
CREATE TABLE log (line text);
CREATE RULE quiet AS ON INSERT TO log DO ALSO NOTHING;
ALTER TABLE log DISABLE RULE quiet;
COMMENT ON RULE quiet ON log IS 'for the summer';
CREATE RULE loud AS ON UPDATE TO log DO INSTEAD NOTHING;
ALTER TABLE log DISABLE RULE loud;
