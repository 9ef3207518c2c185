-- Undo: lossless

-- Drops event trigger by_event.
-- Hazard C407: event trigger by_event no longer runs.
DROP EVENT TRIGGER by_event;

-- Drops event trigger by_function.
-- Hazard C407: event trigger by_function no longer runs.
DROP EVENT TRIGGER by_function;

-- Drops event trigger by_tag.
-- Hazard C407: event trigger by_tag no longer runs.
DROP EVENT TRIGGER by_tag;

-- Makes again event trigger by_event.
-- Hazard C407: event trigger by_event runs when objects are dropped by any command.
CREATE EVENT TRIGGER by_event ON sql_drop
    EXECUTE FUNCTION public.watch();

-- Makes again event trigger by_function.
-- Hazard C407: event trigger by_function runs after any command.
CREATE EVENT TRIGGER by_function ON ddl_command_end
    EXECUTE FUNCTION public.look();

-- Makes again event trigger by_tag.
-- Hazard C407: event trigger by_tag runs after GRANT.
CREATE EVENT TRIGGER by_tag ON ddl_command_end
    WHEN TAG IN ('GRANT')
    EXECUTE FUNCTION public.watch();
