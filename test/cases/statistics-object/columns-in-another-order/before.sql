CREATE TABLE places (city text, zip text, country text);
CREATE STATISTICS where_it_is (ndistinct, mcv) ON city, zip, (lower(country)) FROM places;
CREATE STATISTICS exact ON (upper(zip)) FROM places;
