-- Undo: lossless

-- Creates user mapping FOR "Front Desk" SERVER delta.
-- Hazard S507: contains the password of "Front Desk" on server delta in plain text.
CREATE USER MAPPING FOR "Front Desk" SERVER delta OPTIONS ("user" 'desk', password E'it''s a \\ secret');

-- Creates user mapping FOR PUBLIC SERVER delta.
CREATE USER MAPPING FOR PUBLIC SERVER delta OPTIONS ("user" 'guest');

-- Creates user mapping FOR reader SERVER delta.
CREATE USER MAPPING FOR reader SERVER delta;
