CREATE TABLE templates (id integer NOT NULL, name text);
