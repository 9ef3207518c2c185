-- The default of a domain changes in place.
CREATE DOMAIN language AS text;
CREATE DOMAIN shelf AS integer DEFAULT 1;
CREATE TABLE books (language language, shelf shelf);
