-- A comment of any text is written as a literal, line breaks and quotes included.
CREATE TABLE members (id bigint PRIMARY KEY);
COMMENT ON TABLE members IS 'People''s records
-- schema:ack D101 this is no directive
\and this is no escape: 日本語';
