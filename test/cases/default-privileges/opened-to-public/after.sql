-- What opens a privilege to every role blocks.
CREATE TABLE notes (id int PRIMARY KEY, body text);
GRANT SELECT ON notes TO PUBLIC;
