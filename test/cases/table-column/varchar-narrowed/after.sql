-- A narrower type can lose what does not fit.
CREATE TABLE books (isbn text PRIMARY KEY, title varchar(40));
