-- Undo: lossless

-- Alters language plduck.
CREATE OR REPLACE LANGUAGE plduck HANDLER public.handle VALIDATOR pg_catalog.plpgsql_validator;

-- Alters language plgoose.
-- Hazard S508: every role with USAGE on language plgoose may create functions in it.
CREATE OR REPLACE TRUSTED LANGUAGE plgoose HANDLER public.handle INLINE pg_catalog.plpgsql_inline_handler;
