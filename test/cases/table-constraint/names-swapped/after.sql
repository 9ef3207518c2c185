-- Two checks swap their names.
CREATE TABLE loans (a integer CONSTRAINT other CHECK (a > 0), b integer CONSTRAINT one CHECK (b > 1));
