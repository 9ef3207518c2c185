-- Undo: lossless

-- Drops user mapping FOR reader SERVER delta.
-- Hazard C410: connections of reader on server delta fail.
DROP USER MAPPING FOR reader SERVER delta;
