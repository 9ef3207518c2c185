-- A serial column is a sequence, a default and an ownership.
CREATE TABLE receipts (number serial PRIMARY KEY, total numeric(10, 2) NOT NULL);
