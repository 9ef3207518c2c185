-- Drops user mapping FOR "Front Desk" SERVER delta.
-- Hazard C410: "Front Desk" on server delta can't connect any more.
DROP USER MAPPING FOR "Front Desk" SERVER delta;

-- Drops user mapping FOR PUBLIC SERVER delta.
-- Hazard C410: PUBLIC on server delta can't connect any more.
DROP USER MAPPING FOR PUBLIC SERVER delta;

-- Drops user mapping FOR reader SERVER delta.
-- Hazard C410: reader on server delta can't connect any more.
DROP USER MAPPING FOR reader SERVER delta;
