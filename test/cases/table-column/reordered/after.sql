-- The order of columns is no difference.
CREATE TABLE books (pages integer, isbn text, title text);
