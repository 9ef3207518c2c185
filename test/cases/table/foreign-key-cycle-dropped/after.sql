-- Of two dropped tables that refer to each other one is untied first.
CREATE TABLE books (isbn text PRIMARY KEY);
