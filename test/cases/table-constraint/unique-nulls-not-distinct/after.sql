-- A unique key that treats nulls alike is another key.
CREATE TABLE members (id bigint, card text, UNIQUE NULLS NOT DISTINCT (card) INCLUDE (id));
