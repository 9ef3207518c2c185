-- Roles and conditions of a policy change in place; another command makes it anew.
CREATE TABLE loans (id bigint PRIMARY KEY, member text);
CREATE POLICY own ON loans TO reader, auditor USING (member = SESSION_USER);
CREATE POLICY add ON loans FOR UPDATE TO writer WITH CHECK (member <> '');
CREATE POLICY twofold ON loans FOR UPDATE USING (id > 0);
