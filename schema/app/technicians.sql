-- Teams and technicians refer to each other: a team has a lead, and a lead belongs to a team. Neither table can be made
-- with both keys, so one of them stands in an ALTER TABLE, as PostgreSQL itself would have it.

CREATE TABLE app.teams (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  region text NOT NULL,
  lead_id bigint
);
COMMENT ON TABLE app.teams IS 'Technicians who share a region and a van';

ALTER TABLE app.teams
  ADD CONSTRAINT teams_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES app.technicians ON DELETE SET NULL
    DEFERRABLE INITIALLY DEFERRED;
COMMENT ON CONSTRAINT teams_lead_id_fkey ON app.teams IS 'Deferred: a new team and its lead come in one transaction';

CREATE TABLE app.technicians (
  id bigint GENERATED ALWAYS AS IDENTITY (START WITH 1000) PRIMARY KEY,
  team_id bigint NOT NULL REFERENCES app.teams,
  employee_number text NOT NULL UNIQUE DEFAULT 'T' || lpad(nextval('app.employee_numbers')::text, 5, '0'),
  name text NOT NULL,
  email app.email NOT NULL,
  mobile app.phone_number NOT NULL,
  shift app.time_range NOT NULL DEFAULT '[07:30,16:00)',
  hourly_cost numeric(8, 2) NOT NULL CHECK (hourly_cost > 0),
  hired_on date NOT NULL DEFAULT current_date,
  left_on date,
  CONSTRAINT technicians_left_after_hired CHECK (left_on > hired_on)
);
COMMENT ON TABLE app.technicians IS 'Everybody who can be sent to a site';
COMMENT ON COLUMN app.technicians.hourly_cost IS 'What an hour costs us, not what we charge';

CREATE INDEX technicians_active_idx ON app.technicians (team_id, name) WHERE left_on IS NULL;

CREATE SEQUENCE app.employee_numbers AS integer START WITH 100 CACHE 5;
ALTER SEQUENCE app.employee_numbers OWNED BY app.technicians.employee_number;
COMMENT ON SEQUENCE app.employee_numbers IS 'Printed on badges; gaps are fine';

-- Names of colleagues are no secret, what they cost is.
GRANT SELECT (id, team_id, name) ON app.technicians TO PUBLIC;

CREATE TABLE app.skills (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE CHECK (code ~ '^[a-z][a-z_]*$'),
  description text NOT NULL
);
COMMENT ON TABLE app.skills IS 'What a certificate allows a technician to do';

CREATE TABLE app.technician_skills (
  technician_id bigint NOT NULL REFERENCES app.technicians ON DELETE CASCADE,
  skill_id bigint NOT NULL REFERENCES app.skills,
  certified_on date NOT NULL,
  valid_until date,
  PRIMARY KEY (technician_id, skill_id)
);
CREATE INDEX technician_skills_skill_id_idx ON app.technician_skills (skill_id, valid_until DESC NULLS FIRST);

CREATE TABLE app.absences (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  technician_id bigint NOT NULL REFERENCES app.technicians ON DELETE CASCADE,
  days daterange NOT NULL CHECK (NOT isempty(days)),
  reason text NOT NULL DEFAULT 'vacation' CHECK (reason IN ('vacation', 'sick leave', 'training')),
  CONSTRAINT absences_do_not_overlap EXCLUDE USING gist (technician_id WITH =, days WITH &&)
);
COMMENT ON TABLE app.absences IS 'Days on which nobody may be sent';
COMMENT ON CONSTRAINT absences_do_not_overlap ON app.absences IS 'Sick during a vacation: end the vacation first';
