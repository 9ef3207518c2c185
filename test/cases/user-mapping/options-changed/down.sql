-- Alters user mapping FOR reader SERVER delta.
-- Hazard C410: reader on server delta connects otherwise, or fails.
-- Hazard S507: the password of reader on server delta stands in this statement in plain text.
ALTER USER MAPPING FOR reader SERVER delta OPTIONS (SET password 'p', ADD old 'x', DROP new);

-- Alters user mapping FOR writer SERVER delta.
-- Hazard C410: writer on server delta connects otherwise, or fails.
ALTER USER MAPPING FOR writer SERVER delta OPTIONS (DROP "user");
