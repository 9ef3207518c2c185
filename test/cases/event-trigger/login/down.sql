-- Drops event trigger greet.
-- Hazard C407: event trigger greet no longer runs.
DROP EVENT TRIGGER greet;
