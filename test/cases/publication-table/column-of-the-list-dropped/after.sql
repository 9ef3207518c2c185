-- A column leaves the table and the publication's list of columns; the undo creates it with a higher number.
CREATE TABLE news (id integer PRIMARY KEY, body text, author text);
CREATE PUBLICATION feed FOR TABLE news (id, author);
