CREATE TABLE books (title text, label text GENERATED ALWAYS AS (lower(title)) STORED);
