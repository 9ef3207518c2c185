-- A server can't move to another wrapper.
CREATE FOREIGN DATA WRAPPER books;
CREATE FOREIGN DATA WRAPPER papers;
CREATE SERVER north FOREIGN DATA WRAPPER papers;
