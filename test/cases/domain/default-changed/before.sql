CREATE DOMAIN language AS text DEFAULT 'en';
CREATE DOMAIN shelf AS integer;
CREATE TABLE books (language language, shelf shelf);
