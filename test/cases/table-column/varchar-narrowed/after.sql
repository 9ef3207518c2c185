-- A narrower string type fails for what does not fit: nothing is cut off.
CREATE TABLE books (isbn text PRIMARY KEY, title varchar(40));
