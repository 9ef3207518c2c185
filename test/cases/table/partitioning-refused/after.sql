-- A plain table can't become a partitioned one in place.
CREATE TABLE visits (at date NOT NULL) PARTITION BY RANGE (at);
