INSERT INTO house VALUES (1, (48.1, 11.5), ('Ada', 'Lovelace'));
