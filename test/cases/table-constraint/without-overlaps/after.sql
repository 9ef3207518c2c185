-- Since PostgreSQL 18 a key can be temporal.
CREATE TABLE prices (item int4range, valid daterange, PRIMARY KEY (item, valid WITHOUT OVERLAPS));
