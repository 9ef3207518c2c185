-- A composite type and the function over it go in order.
CREATE TABLE rooms (name text);
CREATE TABLE floors (name text);
