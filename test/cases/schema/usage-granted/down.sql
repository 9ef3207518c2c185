-- Sets who may use library.
-- Hazard S501: changes privileges on library.
REVOKE USAGE ON SCHEMA library FROM reader;

-- Sets who may use library.
-- Hazard S501: changes privileges on library.
GRANT CREATE ON SCHEMA library TO writer;
