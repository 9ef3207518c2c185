-- Owner and privileges of a table change in place, those of single columns too.
CREATE TABLE members (id bigint PRIMARY KEY, name text, email text);
ALTER TABLE members OWNER TO keeper;
GRANT SELECT (id, name) ON members TO reader;
GRANT SELECT, UPDATE ON members TO writer WITH GRANT OPTION;
