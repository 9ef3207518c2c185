-- V20260309132001__reports_and_portal.sql: part 2 of 5 of plan 52c2426d9fec
--
-- Undo: lossless; rows that were there before are kept.
--
-- Hazards: none.
--
-- schema:plan 52c2426d9fec 2/5

-- Bodies may refer to what is created further down.
SET LOCAL check_function_bodies = off;

-- Creates function app.book_stock_movement() (schema/app/functions.sql:20).
CREATE FUNCTION app.book_stock_movement()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO app.stock_levels AS level (warehouse_id, part_id, on_hand)
  VALUES (NEW.warehouse_id, NEW.part_id, NEW.change)
  ON CONFLICT (warehouse_id, part_id) DO UPDATE SET on_hand = level.on_hand + EXCLUDED.on_hand;
  RETURN NULL;
END
$function$;

-- Creates function app.close_job_with_last_visit() (schema/app/functions.sql:44).
CREATE FUNCTION app.close_job_with_last_visit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE app.jobs j
     SET status = 'done'
   WHERE j.id = NEW.job_id
     AND NOT EXISTS (SELECT FROM app.visits v WHERE v.job_id = j.id AND v.status IN ('planned', 'en_route', 'on_site'));
  RETURN NULL;
END
$function$;

-- Creates function app.current_customer_id() (schema/app/functions.sql:93).
CREATE FUNCTION app.current_customer_id()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.customer_id'::text, true), ''::text))::bigint;

-- Describes function app.current_customer_id() (schema/app/functions.sql:93).
COMMENT ON FUNCTION app.current_customer_id() IS 'Set by the portal for each request: SET LOCAL app.customer_id';

-- Creates function app.free_technicians(tstzrange, text) (schema/app/functions.sql:64).
CREATE FUNCTION app.free_technicians(wanted tstzrange, skill text)
 RETURNS SETOF app.technicians
 LANGUAGE sql
 STABLE ROWS 20
AS $function$
  SELECT t.*
    FROM app.technicians t
    JOIN app.technician_skills ts ON ts.technician_id = t.id
    JOIN app.skills s ON s.id = ts.skill_id AND s.code = skill
   WHERE t.left_on IS NULL
     AND coalesce(ts.valid_until, 'infinity') > upper(wanted)
     AND NOT EXISTS (SELECT FROM app.visits v
                      WHERE v.technician_id = t.id AND v.planned && wanted AND v.status <> 'cancelled')
     AND NOT EXISTS (SELECT FROM app.absences a
                      WHERE a.technician_id = t.id AND a.days && daterange(lower(wanted)::date, upper(wanted)::date, '[]'))
   ORDER BY t.name
$function$;

-- Describes function app.free_technicians(tstzrange, text) (schema/app/functions.sql:64).
COMMENT ON FUNCTION app.free_technicians(tstzrange, text) IS 'Who could go: skilled, present and not booked';

-- Creates function app.median_of(numeric[]) (schema/app/functions.sql:81).
CREATE FUNCTION app.median_of(numbers numeric[])
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT (percentile_cont((0.5)::double precision) WITHIN GROUP (ORDER BY ((n.n)::double precision)))::numeric AS percentile_cont FROM unnest(median_of.numbers) n(n));

-- Creates function app.refuse_change() (schema/app/functions.sql:34).
CREATE FUNCTION app.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING HINT = 'Correct a mistake with a row that takes it back.';
END
$function$;

-- Creates function app.touch_updated_at() (schema/app/functions.sql:3).
CREATE FUNCTION app.touch_updated_at()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$function$;

-- Describes function app.touch_updated_at() (schema/app/functions.sql:3).
COMMENT ON FUNCTION app.touch_updated_at() IS 'For BEFORE UPDATE triggers';

-- Creates function app.worked_hours(tstzmultirange) (schema/app/functions.sql:59).
CREATE FUNCTION app.worked_hours(spans tstzmultirange)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT round((COALESCE(sum(EXTRACT(epoch FROM (upper(span.span) - lower(span.span)))), (0)::numeric) / (3600)::numeric), 2) AS round FROM unnest(worked_hours.spans) span(span));

-- Describes function app.worked_hours(tstzmultirange) (schema/app/functions.sql:59).
COMMENT ON FUNCTION app.worked_hours(tstzmultirange) IS 'Overlaps count once';

-- Creates function billing.paid(bigint) (schema/billing/reports.sql:28).
CREATE FUNCTION billing.paid(invoice_id bigint)
 RETURNS numeric
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (SELECT COALESCE(sum(p.amount), (0)::numeric) AS "coalesce" FROM billing.payments p WHERE (p.invoice_id = paid.invoice_id));

-- Describes function billing.paid(bigint) (schema/billing/reports.sql:28).
COMMENT ON FUNCTION billing.paid(bigint) IS 'Sum of the payments for an invoice';

-- Creates aggregate app.median(numeric) (schema/app/functions.sql:85).
CREATE AGGREGATE app.median(numeric) (
    SFUNC = pg_catalog.array_append,
    STYPE = numeric[],
    FINALFUNC = app.median_of,
    INITCOND = '{}'
);

-- Describes aggregate app.median(numeric) (schema/app/functions.sql:85).
COMMENT ON AGGREGATE app.median(numeric) IS 'percentile_cont(0.5), shorter to write';
