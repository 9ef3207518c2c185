-- Labels change, and go.
CREATE TABLE shelves (id integer, name text);
SECURITY LABEL FOR guard ON TABLE shelves IS 'open';
SECURITY LABEL FOR guard ON COLUMN shelves.name IS 'secret';
SECURITY LABEL FOR guard ON COLUMN shelves.name IS NULL;
