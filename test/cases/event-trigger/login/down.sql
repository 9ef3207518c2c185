-- Drops event trigger greet.
-- Hazard C407: stops running event trigger greet.
DROP EVENT TRIGGER greet;
