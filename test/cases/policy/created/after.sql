-- Policies name roles, commands and conditions.
CREATE TABLE loans (id bigint PRIMARY KEY, member text);
ALTER TABLE loans ENABLE ROW LEVEL SECURITY;
CREATE POLICY "see own" ON loans FOR SELECT TO reader, writer USING (member = CURRENT_USER);
CREATE POLICY add ON loans AS RESTRICTIVE FOR INSERT TO writer WITH CHECK (member <> '');
COMMENT ON POLICY add ON loans IS 'Nobody lends to nobody';
