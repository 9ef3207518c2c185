-- Before PostgreSQL 17 a generated column with another expression is made anew.
CREATE TABLE books (title text, label text GENERATED ALWAYS AS (upper(title)) STORED);
