CREATE TABLE loans (id bigint, days integer CONSTRAINT days_positive CHECK (days > 0));
