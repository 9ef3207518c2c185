-- Alters language plduck.
-- Hazard S508: every role with USAGE on language plduck may create functions in it.
CREATE OR REPLACE TRUSTED LANGUAGE plduck HANDLER pg_catalog.plpgsql_call_handler INLINE pg_catalog.plpgsql_inline_handler;

-- Alters language plgoose.
CREATE OR REPLACE LANGUAGE plgoose HANDLER public.handle VALIDATOR pg_catalog.plpgsql_validator;
