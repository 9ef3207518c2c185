-- Undo: lossless

-- Changes privileges on schema library.
-- Hazard S501: changes privileges on schema library.
REVOKE CREATE ON SCHEMA library FROM writer;

-- Changes privileges on schema library.
-- Hazard S501: changes privileges on schema library.
GRANT USAGE ON SCHEMA library TO reader;
