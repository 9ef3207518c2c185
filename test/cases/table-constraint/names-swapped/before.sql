CREATE TABLE loans (a integer CONSTRAINT one CHECK (a > 0), b integer CONSTRAINT other CHECK (b > 1));
