-- Since PostgreSQL 17 a domain's NOT NULL has a name and a comment.
CREATE DOMAIN a AS integer CONSTRAINT a_there NOT NULL;
COMMENT ON CONSTRAINT a_there ON DOMAIN a IS 'must be';
CREATE DOMAIN b AS integer NOT NULL;
CREATE DOMAIN c AS integer NOT NULL;
COMMENT ON CONSTRAINT c_not_null ON DOMAIN c IS 'must be';
CREATE DOMAIN d AS integer CONSTRAINT d_there NOT NULL;
COMMENT ON CONSTRAINT d_there ON DOMAIN d IS 'must be';
