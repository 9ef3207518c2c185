CREATE TABLE parts (id integer NOT NULL, price numeric DEFAULT 1, kind text DEFAULT 'plain', size integer);
CREATE TABLE bolts () INHERITS (parts);
