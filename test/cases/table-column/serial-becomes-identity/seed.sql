INSERT INTO item (name) SELECT 'n' || g FROM generate_series(1, 42) g;
DELETE FROM item WHERE id > 10;
INSERT INTO tag (name) SELECT 'n' || g FROM generate_series(1, 17) g;
DELETE FROM tag WHERE id > 3;
INSERT INTO note (name) SELECT 'n' || g FROM generate_series(1, 5) g;
DELETE FROM note;
