CREATE TABLE receipts (number bigint PRIMARY KEY);
