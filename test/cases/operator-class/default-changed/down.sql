-- Drops operator class app.one USING hash.
DROP OPERATOR CLASS app.one USING hash;

-- Drops operator class app.other USING hash.
DROP OPERATOR CLASS app.other USING hash;

-- Recreates operator class app.one USING hash.
CREATE OPERATOR CLASS app.one DEFAULT FOR TYPE app.size USING hash FAMILY app.sizes AS
    OPERATOR 1 app.== (app.size, app.size),
    FUNCTION 1 (app.size, app.size) app.hash(app.size);

-- Sets the comment of operator class app.one USING hash.
COMMENT ON OPERATOR CLASS app.one USING hash IS 'First';

-- Recreates operator class app.other USING hash.
CREATE OPERATOR CLASS app.other FOR TYPE app.size USING hash FAMILY app.more_sizes AS
    OPERATOR 1 app.== (app.size, app.size),
    FUNCTION 1 (app.size, app.size) app.hash(app.size);
