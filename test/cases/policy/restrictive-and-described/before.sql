CREATE TABLE notes (id integer, author text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (author = CURRENT_USER);
