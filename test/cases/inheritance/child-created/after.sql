-- A child table states only what it adds to its parent.
CREATE TABLE items (id bigint NOT NULL, title text CHECK (title <> ''));
CREATE TABLE maps (scale integer) INHERITS (items);
