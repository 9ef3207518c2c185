INSERT INTO loans (book) VALUES ('Emma'), ('Ulysses');
