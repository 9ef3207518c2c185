CREATE TABLE books (isbn text, title text);
