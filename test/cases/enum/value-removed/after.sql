-- A removed value makes the type anew, and all that uses it follows: column, default, array, check and view.
CREATE TYPE condition AS ENUM ('new', 'good', 'worn');
CREATE TABLE copies (
  id bigint PRIMARY KEY,
  condition condition NOT NULL DEFAULT 'new',
  history condition[] NOT NULL DEFAULT '{}',
  CONSTRAINT lendable CHECK (condition <> 'worn' OR id > 0)
);
CREATE VIEW worn_copies AS SELECT id, history FROM copies WHERE condition = 'worn';
