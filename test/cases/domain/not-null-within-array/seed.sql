INSERT INTO goods VALUES (1, '{a,b}'), (2, NULL);
