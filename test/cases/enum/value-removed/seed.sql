INSERT INTO copies (id, condition, history) VALUES (1, 'worn', '{new,good}'), (2, 'new', '{}');
