-- Types of the whole product. Tables use them before they are declared as often as after.

CREATE DOMAIN app.email AS text
  CONSTRAINT email_has_an_at CHECK (VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+$');
COMMENT ON DOMAIN app.email IS 'Compared without regard to case: index lower(…)';

CREATE DOMAIN app.phone_number AS text
  CONSTRAINT phone_number_is_e164 CHECK (VALUE ~ '^\+[1-9][0-9]{6,14}$');
COMMENT ON DOMAIN app.phone_number IS 'E.164, for example +4930901820';

CREATE DOMAIN app.quantity AS numeric(12, 3)
  DEFAULT 1
  CONSTRAINT quantity_positive CHECK (VALUE > 0);
COMMENT ON DOMAIN app.quantity IS 'How much of a part or an hour; never zero, never less';

CREATE TYPE app.address AS (
  street text,
  postal_code text,
  city text,
  country_code char(2)
);
COMMENT ON TYPE app.address IS 'A postal address as it is printed';
COMMENT ON COLUMN app.address.country_code IS 'ISO 3166-1 alpha-2';

CREATE TYPE app.time_range AS RANGE (subtype = time);
COMMENT ON TYPE app.time_range IS 'Part of a day, in local time';

CREATE TYPE app.priority AS ENUM ('low', 'normal', 'high', 'emergency');
COMMENT ON TYPE app.priority IS 'Ordered: a later value is more urgent';

CREATE TYPE app.job_status AS ENUM ('draft', 'open', 'scheduled', 'done', 'cancelled');

CREATE TYPE app.visit_status AS ENUM ('planned', 'en_route', 'on_site', 'finished', 'no_show', 'cancelled');
COMMENT ON TYPE app.visit_status IS 'no_show: the technician was there, nobody opened';
