CREATE TABLE books (title text, label text GENERATED ALWAYS AS (upper(title)) STORED);
