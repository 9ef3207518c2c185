-- Undo: lossless

-- Drops user mapping FOR reader SERVER delta.
-- Hazard C410: reader on server delta can't connect any more.
DROP USER MAPPING FOR reader SERVER delta;
