CREATE TABLE books (isbn text, title text, pages integer);
