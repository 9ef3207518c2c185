CREATE TABLE lines (line text);
CREATE TABLE marks (mark text NOT NULL);
CREATE UNIQUE INDEX marks_mark ON marks (mark);
CREATE PUBLICATION desk;
