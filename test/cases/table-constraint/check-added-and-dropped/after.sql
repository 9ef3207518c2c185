-- A check is added, another dropped.
CREATE TABLE loans (id bigint, days integer CONSTRAINT days_bounded CHECK (days BETWEEN 1 AND 60) NO INHERIT);
COMMENT ON CONSTRAINT days_bounded ON loans IS 'House rules';
