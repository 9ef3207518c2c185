-- Changes privileges on schema library.
-- Hazard S501: changes privileges on schema library.
REVOKE USAGE ON SCHEMA library FROM reader;

-- Changes privileges on schema library.
-- Hazard S501: changes privileges on schema library.
GRANT CREATE ON SCHEMA library TO writer;
