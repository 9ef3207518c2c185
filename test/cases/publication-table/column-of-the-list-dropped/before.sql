CREATE TABLE news (id integer PRIMARY KEY, title text, body text, author text);
CREATE PUBLICATION feed FOR TABLE news (id, title, author);
