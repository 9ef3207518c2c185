-- Drops table app.parts.
-- Locks app.parts (ACCESS EXCLUSIVE). Loses the rows of table app.parts.
-- Hazard D101, blocking: drops table app.parts with its rows.
DROP TABLE app.parts;

-- Drops base type app.code together with its input and output functions.
DROP TYPE app.code CASCADE;

-- Drops function app.code_modifier_in(cstring[]).
-- Hazard C402: callers of app.code_modifier_in(cstring[]) fail.
DROP FUNCTION app.code_modifier_in(cstring[]);

-- Drops function app.code_modifier_out(integer).
-- Hazard C402: callers of app.code_modifier_out(integer) fail.
DROP FUNCTION app.code_modifier_out(integer);
