-- Undo: lossless

-- Creates event trigger greet.
-- Hazard C407: runs event trigger greet at every login; a failing trigger blocks all logins.
CREATE EVENT TRIGGER greet ON login
    EXECUTE FUNCTION public.greet();
