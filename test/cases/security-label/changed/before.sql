CREATE TABLE shelves (id integer, name text);
SECURITY LABEL FOR guard ON TABLE shelves IS 'secret';
SECURITY LABEL FOR guard ON COLUMN shelves.name IS 'secret';
CREATE TABLE gone (id integer);
SECURITY LABEL FOR guard ON COLUMN gone.id IS 'secret';
