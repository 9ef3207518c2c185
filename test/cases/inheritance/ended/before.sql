CREATE TABLE items (id bigint, title text);
CREATE TABLE maps (scale integer) INHERITS (items);
