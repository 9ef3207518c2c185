CREATE TABLE visits (at date NOT NULL);
