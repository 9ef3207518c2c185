-- A dropped schema goes after what lived in it.
CREATE TABLE books (isbn text PRIMARY KEY);
CREATE TABLE members (id bigint PRIMARY KEY);
