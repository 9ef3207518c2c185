CREATE TABLE books (isbn text, blurb text, cover bytea);
