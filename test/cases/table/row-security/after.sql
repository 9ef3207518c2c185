-- Row security is switched on together with its first policy.
CREATE TABLE loans (id bigint PRIMARY KEY, member text);
ALTER TABLE loans ENABLE ROW LEVEL SECURITY;
ALTER TABLE loans FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON loans USING (member = CURRENT_USER);
