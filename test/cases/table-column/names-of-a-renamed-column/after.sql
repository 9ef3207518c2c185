-- A name that PostgreSQL chose for a column before it was renamed is no wish: nothing is to be done.
CREATE DOMAIN amount AS integer NOT NULL;
CREATE TABLE bills (total integer NOT NULL, number integer GENERATED ALWAYS AS IDENTITY);
