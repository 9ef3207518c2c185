-- A sequence comes before the default that draws from it.
CREATE SEQUENCE receipt_numbers AS integer START 1000 INCREMENT 10 CACHE 5;
CREATE TABLE receipts (number bigint PRIMARY KEY DEFAULT nextval('receipt_numbers'));
