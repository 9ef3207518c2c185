-- Creates foreign-data wrapper ferry.
CREATE FOREIGN DATA WRAPPER ferry;

-- Creates server delta.
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;

-- Creates user mapping FOR reader SERVER delta.
CREATE USER MAPPING FOR reader SERVER delta OPTIONS ("user" 'r');

-- Creates foreign table pond.t.
CREATE FOREIGN TABLE pond.t (
    a integer
)
SERVER delta;
