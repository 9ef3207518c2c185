CREATE TABLE loans (id bigint PRIMARY KEY, reader text, due date);
CREATE PUBLICATION desk FOR TABLE loans;
CREATE PUBLICATION whole FOR TABLE loans;
COMMENT ON PUBLICATION desk IS 'Old';
