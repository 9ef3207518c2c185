-- Another initial condition replaces an aggregate in place.
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '10');
