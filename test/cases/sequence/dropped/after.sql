-- A sequence goes after the default that drew from it.
CREATE TABLE receipts (number bigint PRIMARY KEY);
