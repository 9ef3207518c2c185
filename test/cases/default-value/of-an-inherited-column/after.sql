-- A child table has another default than its parent, or none, in a column that it inherits.
CREATE TABLE parts (id integer NOT NULL, price numeric DEFAULT 1, kind text DEFAULT 'plain', size integer, mark text DEFAULT 'x', rank integer);
CREATE TABLE bolts () INHERITS (parts);
ALTER TABLE ONLY bolts ALTER COLUMN mark DROP DEFAULT;
ALTER TABLE ONLY bolts ALTER COLUMN rank SET DEFAULT 3;
CREATE TABLE nuts () INHERITS (parts);
ALTER TABLE ONLY nuts ALTER COLUMN id SET DEFAULT 0;
ALTER TABLE ONLY nuts ALTER COLUMN price SET DEFAULT 2;
ALTER TABLE ONLY nuts ALTER COLUMN kind DROP DEFAULT;
CREATE TABLE wing_nuts (wings integer) INHERITS (nuts);
ALTER TABLE ONLY wing_nuts ALTER COLUMN kind SET DEFAULT 'wing';
ALTER TABLE ONLY wing_nuts ALTER COLUMN id DROP DEFAULT;
