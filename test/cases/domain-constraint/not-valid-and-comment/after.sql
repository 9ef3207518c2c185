-- A domain's check that old values need not pass.
CREATE DOMAIN size AS integer;
ALTER DOMAIN size ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
COMMENT ON CONSTRAINT positive ON DOMAIN size IS 'since last year';
CREATE TABLE log (line text, size size);
