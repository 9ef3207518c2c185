-- The options, the version, the owner, the privileges and the comment of a server change in place.
CREATE FOREIGN DATA WRAPPER books;
CREATE SERVER north TYPE 'library' VERSION '2.2' FOREIGN DATA WRAPPER books OPTIONS (host 'arctic', dbname 'books');
CREATE SERVER south FOREIGN DATA WRAPPER books OPTIONS (host 'south');
ALTER SERVER north OWNER TO keeper;
GRANT USAGE ON FOREIGN SERVER north TO writer;
