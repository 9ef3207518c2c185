CREATE TABLE members (id bigint, card text, UNIQUE (card));
