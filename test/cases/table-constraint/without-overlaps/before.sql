CREATE TABLE prices (item int4range, valid daterange);
