CREATE TABLE loans (id bigint PRIMARY KEY, book text);
CREATE VIEW mine AS SELECT id, book FROM loans;
COMMENT ON COLUMN mine.id IS 'Slip';
