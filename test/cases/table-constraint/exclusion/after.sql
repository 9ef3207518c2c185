-- An exclusion constraint keeps ranges apart.
CREATE TABLE bookings (
  room integer,
  during tsrange,
  CONSTRAINT no_overlap EXCLUDE USING gist (int4range(room, room, '[]') WITH =, during WITH &&)
    WHERE (room > 0) DEFERRABLE INITIALLY DEFERRED
);
