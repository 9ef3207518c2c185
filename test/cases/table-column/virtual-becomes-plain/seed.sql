INSERT INTO line (id, quantity) VALUES (1, 4), (2, 8);
