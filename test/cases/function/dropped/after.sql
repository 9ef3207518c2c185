-- A function goes after the index and the default that use it.
CREATE TABLE books (isbn text PRIMARY KEY, title text);
