CREATE TABLE members (id bigint PRIMARY KEY, name text);
CREATE TABLE visits (id bigint PRIMARY KEY, member bigint REFERENCES members, at timestamptz);
CREATE INDEX visits_at ON visits (at);
CREATE POLICY all_visits ON visits USING (true);
