-- A table without a primary key joins a publication with another identity.
CREATE TABLE lines (line text);
ALTER TABLE lines REPLICA IDENTITY FULL;
CREATE TABLE marks (mark text NOT NULL);
CREATE UNIQUE INDEX marks_mark ON marks (mark);
ALTER TABLE marks REPLICA IDENTITY USING INDEX marks_mark;
CREATE PUBLICATION desk FOR TABLE lines, marks;
