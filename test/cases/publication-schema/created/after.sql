-- Whole schemas join a publication, an old one and a new one.
CREATE SCHEMA library;
CREATE TABLE library.loans (id bigint PRIMARY KEY);
CREATE SCHEMA "The Archive";
CREATE TABLE "The Archive".loans (id bigint PRIMARY KEY);
CREATE PUBLICATION desk FOR TABLES IN SCHEMA library, "The Archive";
