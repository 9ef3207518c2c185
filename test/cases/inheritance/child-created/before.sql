CREATE TABLE items (id bigint NOT NULL, title text CHECK (title <> ''));
