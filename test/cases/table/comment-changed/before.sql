CREATE TABLE members (id bigint PRIMARY KEY);
COMMENT ON TABLE members IS 'People';
