INSERT INTO loans (id, state) VALUES (1, 'out'), (2, 'back');
