-- A partitioned table goes with its partitions, and so does what refers to it.
CREATE TABLE notes (at date, id bigint);
CREATE TABLE books (isbn text);
