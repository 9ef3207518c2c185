-- A rule is replaced in place, disabled in place.
CREATE TABLE loans (id bigint PRIMARY KEY);
CREATE RULE keep AS ON DELETE TO loans WHERE OLD.id > 0 DO INSTEAD NOTHING;
CREATE RULE quiet AS ON UPDATE TO loans DO INSTEAD NOTHING;
ALTER TABLE loans DISABLE RULE quiet;
