-- A whole schema comes into a publication.
CREATE SCHEMA library;
CREATE PUBLICATION outside FOR TABLES IN SCHEMA library;
