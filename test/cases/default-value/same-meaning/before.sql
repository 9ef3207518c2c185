CREATE TABLE loans (id bigint, days integer DEFAULT 14, state varchar(10) DEFAULT 'out', at timestamptz DEFAULT now());
