CREATE TABLE receipts (number serial, total numeric(10, 2) NOT NULL);
