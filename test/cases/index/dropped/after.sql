-- A dropped index is a hazard for queries only.
CREATE TABLE books (isbn text, title text);
