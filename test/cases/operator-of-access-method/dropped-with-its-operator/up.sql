-- Undo: lossless

-- Drops operator 3 (box, box) from operator family app.boxes USING gist.
ALTER OPERATOR FAMILY app.boxes USING gist DROP OPERATOR 3 (box, box);

-- Drops operator app.~~~ (box, box).
-- Hazard C402: queries that use app.~~~ (box, box) fail.
DROP OPERATOR app.~~~ (box, box);

-- Drops function app.near(box, box).
-- Hazard C402: callers of app.near(box, box) fail.
DROP FUNCTION app.near(box, box);
