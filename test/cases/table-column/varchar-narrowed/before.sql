CREATE TABLE books (isbn text PRIMARY KEY, title varchar(200));
