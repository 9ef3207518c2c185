-- A column added to a parent reaches the child, and merges with one the child declared itself.
CREATE TABLE items (id bigint, title text, year integer);
CREATE TABLE maps (title text) INHERITS (items);
