-- A NOT NULL has a comment of its own.
CREATE TABLE log (line text NOT NULL, size integer CONSTRAINT sized NOT NULL);
COMMENT ON CONSTRAINT log_line_not_null ON log IS 'no empty lines';
