-- Drops user mapping FOR "Front Desk" SERVER delta.
-- Hazard C410: connections of "Front Desk" on server delta fail.
DROP USER MAPPING FOR "Front Desk" SERVER delta;

-- Drops user mapping FOR PUBLIC SERVER delta.
-- Hazard C410: connections of PUBLIC on server delta fail.
DROP USER MAPPING FOR PUBLIC SERVER delta;

-- Drops user mapping FOR reader SERVER delta.
-- Hazard C410: connections of reader on server delta fail.
DROP USER MAPPING FOR reader SERVER delta;
