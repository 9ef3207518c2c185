-- A constraint of a domain is described.
CREATE DOMAIN age AS integer CONSTRAINT plausible CHECK (VALUE < 150);
COMMENT ON CONSTRAINT plausible ON DOMAIN age IS 'Nobody is older';
