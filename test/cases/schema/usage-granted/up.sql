-- Undo: lossless

-- Sets who may use library.
-- Hazard S501: changes privileges on library.
REVOKE CREATE ON SCHEMA library FROM writer;

-- Sets who may use library.
-- Hazard S501: changes privileges on library.
GRANT USAGE ON SCHEMA library TO reader;
