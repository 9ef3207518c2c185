-- A sequence moves from one column's ownership to another's.
CREATE TABLE receipts (number bigint, copy bigint);
CREATE SEQUENCE receipt_numbers OWNED BY receipts.copy;
