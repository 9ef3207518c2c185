-- One table leaves a publication, another is dropped.
CREATE TABLE loans (id bigint PRIMARY KEY, reader text, due date);
CREATE PUBLICATION desk;
