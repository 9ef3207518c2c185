-- An extension goes after the index that uses its operator class.
CREATE TABLE books (isbn text PRIMARY KEY, title text);
