CREATE TABLE room (id integer PRIMARY KEY, name text CONSTRAINT named UNIQUE WITH (fillfactor = 80), span int4range, CONSTRAINT apart EXCLUDE USING gist (span WITH &&));
