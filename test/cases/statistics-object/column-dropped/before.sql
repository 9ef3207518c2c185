CREATE TABLE places (id integer, city text, zip text, country text);
CREATE STATISTICS where_it_is ON city, zip, (lower(country)) FROM places;
CREATE STATISTICS "odd ON names" (dependencies) ON country, zip FROM places;
