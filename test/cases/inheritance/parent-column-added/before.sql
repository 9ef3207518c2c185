CREATE TABLE items (id bigint);
CREATE TABLE maps (title text) INHERITS (items);
