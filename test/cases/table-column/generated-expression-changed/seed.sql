INSERT INTO books (title, author) VALUES ('Emma', 'Austen');
