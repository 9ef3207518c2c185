CREATE TABLE members (id bigint PRIMARY KEY, name text, email text);
GRANT SELECT ON members TO reader;
