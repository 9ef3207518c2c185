-- Keys and exclusions have storage parameters, changed without a rebuild.
CREATE TABLE room (id integer PRIMARY KEY WITH (fillfactor = 50), name text CONSTRAINT named UNIQUE, span int4range, CONSTRAINT apart EXCLUDE USING gist (span WITH &&) WITH (fillfactor = 60));
CREATE TABLE desk (id integer CONSTRAINT desk_key PRIMARY KEY WITH (fillfactor = 40), no integer, CONSTRAINT once UNIQUE (no) WITH (fillfactor = 30) DEFERRABLE INITIALLY DEFERRED, span int4range, EXCLUDE USING gist (span WITH &&) WITH (fillfactor = 60) WHERE (id > 0) DEFERRABLE);
