-- One schema leaves a publication, another is dropped.
CREATE SCHEMA library;
CREATE PUBLICATION desk FOR TABLES IN SCHEMA public;
