CREATE TABLE loans (id bigint PRIMARY KEY, member text);
CREATE POLICY own ON loans TO reader USING (member = CURRENT_USER);
CREATE POLICY add ON loans FOR INSERT TO writer WITH CHECK (member <> '');
CREATE POLICY twofold ON loans FOR UPDATE USING (id > 0) WITH CHECK (id > 1);
