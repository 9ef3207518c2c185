-- A stored generated column becomes a plain one and keeps its values; the way back makes it anew.
CREATE TABLE books (title text, label text);
