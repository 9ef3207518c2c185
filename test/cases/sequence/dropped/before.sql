CREATE SEQUENCE receipt_numbers;
CREATE TABLE receipts (number bigint PRIMARY KEY DEFAULT nextval('receipt_numbers'));
