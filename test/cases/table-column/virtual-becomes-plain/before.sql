CREATE TABLE line (id int PRIMARY KEY, quantity int, twice int GENERATED ALWAYS AS (quantity * 2) VIRTUAL, half int GENERATED ALWAYS AS (quantity / 2) VIRTUAL NOT NULL);
