-- Undo: lossless

-- Creates event trigger greet.
-- Hazard C407: event trigger greet runs at every login, and can lock everybody out.
CREATE EVENT TRIGGER greet ON login
    EXECUTE FUNCTION public.greet();
