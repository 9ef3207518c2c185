-- Creates user mapping FOR reader SERVER delta.
-- Hazard S507: contains the password of reader on server delta in plain text.
CREATE USER MAPPING FOR reader SERVER delta OPTIONS ("user" 'r', password 'p');
