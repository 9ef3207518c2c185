CREATE TABLE visits (at date NOT NULL, id bigint, PRIMARY KEY (at, id)) PARTITION BY RANGE (at);
CREATE TABLE visits_2020 PARTITION OF visits FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE notes (at date, id bigint, FOREIGN KEY (at, id) REFERENCES visits);
CREATE TABLE books (isbn text);
