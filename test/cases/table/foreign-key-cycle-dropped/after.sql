-- Dropped tables that refer to each other are untied first.
CREATE TABLE books (isbn text PRIMARY KEY);
