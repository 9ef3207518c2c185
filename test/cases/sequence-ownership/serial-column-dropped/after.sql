-- An owned sequence goes with its column.
CREATE TABLE receipts (total numeric(10, 2) NOT NULL);
