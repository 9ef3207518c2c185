-- A sequence becomes owned by its column.
CREATE SEQUENCE receipt_numbers;
CREATE TABLE receipts (number bigint PRIMARY KEY DEFAULT nextval('receipt_numbers'));
ALTER SEQUENCE receipt_numbers OWNED BY receipts.number;
