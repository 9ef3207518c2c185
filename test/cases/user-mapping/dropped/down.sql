-- Creates user mapping FOR reader SERVER delta.
-- Hazard S507: the password of reader on server delta stands in this statement in plain text.
CREATE USER MAPPING FOR reader SERVER delta OPTIONS ("user" 'r', password 'p');
