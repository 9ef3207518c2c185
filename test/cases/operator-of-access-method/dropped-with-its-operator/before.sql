CREATE SCHEMA app;
CREATE OPERATOR FAMILY app.boxes USING gist;
CREATE FUNCTION app.near(box, box) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'box_overlap';
CREATE OPERATOR app.~~~ (FUNCTION = app.near, LEFTARG = box, RIGHTARG = box, RESTRICT = contsel);
ALTER OPERATOR FAMILY app.boxes USING gist ADD OPERATOR 3 app.~~~ (box, box);
