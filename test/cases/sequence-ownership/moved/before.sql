CREATE TABLE receipts (number bigint, copy bigint);
CREATE SEQUENCE receipt_numbers OWNED BY receipts.number;
