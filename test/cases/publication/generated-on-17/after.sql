-- What the server does not have is refused.
CREATE PUBLICATION desk WITH (publish_generated_columns = stored);
