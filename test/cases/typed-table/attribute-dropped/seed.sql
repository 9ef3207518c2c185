INSERT INTO friends VALUES (1, 'Ann', 44);
