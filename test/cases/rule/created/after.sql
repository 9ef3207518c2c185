-- Rules come after the tables that they write.
CREATE TABLE loans (id bigint PRIMARY KEY);
CREATE TABLE loan_log (id bigint, at timestamptz DEFAULT now());
CREATE RULE log_loans AS ON INSERT TO loans DO ALSO INSERT INTO loan_log (id) VALUES (NEW.id);
COMMENT ON RULE log_loans ON loans IS 'Old style';
