CREATE DOMAIN size AS integer;
CREATE TABLE log (line text, size size);
