-- A stored generated column becomes a plain one and keeps its values; a plain one can't become generated and is made anew.
CREATE TABLE books (title text, label text);
