-- A domain goes after the column of its type has become plain text.
CREATE TABLE books (isbn text);
