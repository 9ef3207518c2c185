CREATE TABLE loans (id bigint PRIMARY KEY, code text NOT NULL);
CREATE UNIQUE INDEX loans_code ON loans (code);
CREATE TABLE visits (at timestamptz);
