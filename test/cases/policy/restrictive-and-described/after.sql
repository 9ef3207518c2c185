-- A policy that becomes restrictive is made anew.
CREATE TABLE notes (id integer, author text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes AS RESTRICTIVE USING (author = CURRENT_USER);
COMMENT ON POLICY own ON notes IS 'Everybody has notes of their own';
