-- A child table says NOT NULL of a column that its parent leaves nullable.
CREATE TABLE people (id integer, name text, mark text);
CREATE TABLE foes (since date) INHERITS (people);
ALTER TABLE foes ALTER COLUMN mark SET NOT NULL;
CREATE TABLE friends (since date) INHERITS (people);
ALTER TABLE friends ALTER COLUMN name SET NOT NULL;
