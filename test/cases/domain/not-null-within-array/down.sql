-- Alters domain public.label.
ALTER DOMAIN public.label DROP NOT NULL;
