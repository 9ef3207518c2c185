-- A column of statistics is dropped, and created again by the undo with a higher number: the order of the columns says nothing.
CREATE TABLE places (id integer, zip text, country text);
