-- Functions and the triggers that call them.

CREATE FUNCTION app.touch_updated_at() RETURNS trigger
  LANGUAGE plpgsql
AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION app.touch_updated_at() IS 'For BEFORE UPDATE triggers';

CREATE TRIGGER customers_touch BEFORE UPDATE ON app.customers
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch_updated_at();
CREATE TRIGGER jobs_touch BEFORE UPDATE ON app.jobs
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
CREATE TRIGGER visits_touch BEFORE UPDATE ON app.visits
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();

CREATE FUNCTION app.book_stock_movement() RETURNS trigger
  LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO app.stock_levels AS level (warehouse_id, part_id, on_hand)
  VALUES (NEW.warehouse_id, NEW.part_id, NEW.change)
  ON CONFLICT (warehouse_id, part_id) DO UPDATE SET on_hand = level.on_hand + EXCLUDED.on_hand;
  RETURN NULL;
END
$$;
CREATE TRIGGER stock_movements_book AFTER INSERT ON app.stock_movements
  FOR EACH ROW EXECUTE FUNCTION app.book_stock_movement();
COMMENT ON TRIGGER stock_movements_book ON app.stock_movements IS 'Keeps stock_levels';

CREATE FUNCTION app.refuse_change() RETURNS trigger
  LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING HINT = 'Correct a mistake with a row that takes it back.';
END
$$;
CREATE TRIGGER stock_movements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON app.stock_movements
  EXECUTE FUNCTION app.refuse_change();

CREATE FUNCTION app.close_job_with_last_visit() RETURNS trigger
  LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE app.jobs j
     SET status = 'done'
   WHERE j.id = NEW.job_id
     AND NOT EXISTS (SELECT FROM app.visits v WHERE v.job_id = j.id AND v.status IN ('planned', 'en_route', 'on_site'));
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER visits_close_job AFTER UPDATE OF status ON app.visits
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.status = 'finished') EXECUTE FUNCTION app.close_job_with_last_visit();

CREATE FUNCTION app.worked_hours(spans tstzmultirange) RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT round(coalesce(sum(extract(epoch FROM upper(span) - lower(span))), 0) / 3600, 2) FROM unnest(spans) AS span);
COMMENT ON FUNCTION app.worked_hours(tstzmultirange) IS 'Overlaps count once';

CREATE FUNCTION app.free_technicians(wanted tstzrange, skill text) RETURNS SETOF app.technicians
  LANGUAGE sql STABLE ROWS 20
AS $$
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
$$;
COMMENT ON FUNCTION app.free_technicians(tstzrange, text) IS 'Who could go: skilled, present and not booked';

CREATE FUNCTION app.median_of(numbers numeric[]) RETURNS numeric
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY n)::numeric FROM unnest(numbers) AS n);

CREATE AGGREGATE app.median(numeric) (
  SFUNC = array_append,
  STYPE = numeric[],
  INITCOND = '{}',
  FINALFUNC = app.median_of
);
COMMENT ON AGGREGATE app.median(numeric) IS 'percentile_cont(0.5), shorter to write';

CREATE FUNCTION app.current_customer_id() RETURNS bigint
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.customer_id', true), '')::bigint;
COMMENT ON FUNCTION app.current_customer_id() IS 'Set by the portal for each request: SET LOCAL app.customer_id';
