-- Statistics over the same columns of a table whose columns stand in another order: nothing is to be done.
CREATE TABLE places (zip text, country text, city text);
CREATE STATISTICS where_it_is (mcv, ndistinct) ON zip, city, (lower(country)) FROM places;
CREATE STATISTICS exact ON (upper(zip)) FROM places;
