CREATE TABLE line (id int PRIMARY KEY, quantity int NOT NULL, total int GENERATED ALWAYS AS (quantity * 2) STORED, memo text);
