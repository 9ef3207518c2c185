-- What dispatchers and the customer portal look at.

CREATE VIEW app.technician_day AS
SELECT s.technician_id,
       s.technician,
       lower(s.planned)::date AS day,
       count(*) AS visits,
       app.worked_hours(range_agg(s.planned)) AS planned_hours
  FROM app.schedule s
 GROUP BY s.technician_id, s.technician, lower(s.planned)::date;
COMMENT ON VIEW app.technician_day IS 'How full a day is';

CREATE VIEW app.schedule WITH (security_barrier) AS
SELECT v.id AS visit_id,
       v.technician_id,
       t.name AS technician,
       v.planned,
       v.status,
       j.title,
       j.priority,
       (s.address).city AS city
  FROM app.visits v
  JOIN app.technicians t ON t.id = v.technician_id
  JOIN app.jobs j ON j.id = v.job_id
  JOIN app.sites s ON s.id = j.site_id
 WHERE v.status NOT IN ('cancelled', 'no_show');
COMMENT ON VIEW app.schedule IS 'Who goes where, and when';

CREATE VIEW app.my_jobs WITH (security_invoker) AS
SELECT j.id, j.title, j.status, j.due_on, s.label AS site
  FROM app.jobs j
  JOIN app.sites s ON s.id = j.site_id;
COMMENT ON VIEW app.my_jobs IS 'The customer portal: row security of the tables applies';
GRANT SELECT ON app.my_jobs TO PUBLIC;

CREATE VIEW app.job_costs AS
SELECT j.id AS job_id,
       coalesce(p.cost, 0) AS parts,
       coalesce(l.cost, 0) AS labour
  FROM app.jobs j
  LEFT JOIN (SELECT jp.job_id, sum(jp.quantity * parts.unit_cost) AS cost
               FROM app.job_parts jp JOIN app.parts ON parts.id = jp.part_id
              GROUP BY jp.job_id) p ON p.job_id = j.id
  LEFT JOIN (SELECT v.job_id, sum(extract(epoch FROM v.finished_at - v.arrived_at) / 3600 * t.hourly_cost) AS cost
               FROM app.visits v JOIN app.technicians t ON t.id = v.technician_id
              GROUP BY v.job_id) l ON l.job_id = j.id;
COMMENT ON VIEW app.job_costs IS 'What a job cost us so far';

CREATE MATERIALIZED VIEW app.part_usage AS
SELECT m.part_id, date_trunc('week', m.moved_at) AS week, -sum(m.change) AS used
  FROM app.stock_movements m
 WHERE m.change < 0
 GROUP BY m.part_id, date_trunc('week', m.moved_at);
COMMENT ON MATERIALIZED VIEW app.part_usage IS 'For purchasing; refreshed on Mondays';
CREATE UNIQUE INDEX part_usage_key ON app.part_usage (part_id, week);
