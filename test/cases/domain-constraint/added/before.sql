CREATE DOMAIN rating AS smallint;
CREATE TABLE reviews (book text, rating rating);
