-- A virtual column that becomes a plain one keeps the values that it had.
CREATE TABLE line (id int PRIMARY KEY, quantity int, twice int DEFAULT 7, half int NOT NULL);
