-- A child table becomes one of its own.
CREATE TABLE items (id bigint, title text);
CREATE TABLE maps (id bigint, title text, scale integer);
