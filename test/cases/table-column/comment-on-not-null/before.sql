CREATE TABLE log (line text NOT NULL, size integer CONSTRAINT sized NOT NULL);
COMMENT ON CONSTRAINT sized ON log IS 'in bytes';
