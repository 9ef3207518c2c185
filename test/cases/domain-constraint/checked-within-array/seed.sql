INSERT INTO person VALUES (1, '12', '{1,2}', ('49', '123'));
