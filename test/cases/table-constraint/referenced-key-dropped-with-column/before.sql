CREATE TABLE books (isbn text, code text UNIQUE);
CREATE TABLE loans (id bigint PRIMARY KEY, code text REFERENCES books (code), CHECK (code <> ''));
