CREATE TABLE books (isbn text PRIMARY KEY, title text);
CREATE TABLE catalogue (isbn text, title text);
