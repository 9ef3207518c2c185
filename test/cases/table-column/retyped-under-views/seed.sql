INSERT INTO loans VALUES (1, 'Emma', '2024-02-29'), (2, 'Ulysses', NULL);
