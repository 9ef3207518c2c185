INSERT INTO friends VALUES (1, 'Ann');
INSERT INTO foes VALUES (2, 'Bob');
