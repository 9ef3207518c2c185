-- Undo: lossless

-- Alters user mapping FOR reader SERVER delta.
-- Hazard C410: changes the connections of reader on server delta, which may fail.
-- Hazard S507: contains the password of reader on server delta in plain text.
ALTER USER MAPPING FOR reader SERVER delta OPTIONS (SET password 'q', ADD new 'y', DROP old);

-- Alters user mapping FOR writer SERVER delta.
-- Hazard C410: changes the connections of writer on server delta, which may fail.
ALTER USER MAPPING FOR writer SERVER delta OPTIONS (ADD "user" 'w');
