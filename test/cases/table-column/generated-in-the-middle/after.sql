-- Before PostgreSQL 17 a column with another expression is dropped and added: it is the last column then, and after the undo.
CREATE TABLE line (id int PRIMARY KEY, quantity int NOT NULL, total int GENERATED ALWAYS AS (quantity * 3) STORED, memo text);
