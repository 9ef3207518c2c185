-- Undo: lossless

-- Drops event trigger by_event.
DROP EVENT TRIGGER by_event;

-- Drops event trigger by_function.
DROP EVENT TRIGGER by_function;

-- Drops event trigger by_tag.
DROP EVENT TRIGGER by_tag;

-- Makes again event trigger by_event.
-- Hazard C407: event trigger by_event runs at every sql_drop.
CREATE EVENT TRIGGER by_event ON sql_drop
    EXECUTE FUNCTION public.watch();

-- Makes again event trigger by_function.
-- Hazard C407: event trigger by_function runs at every ddl_command_end.
CREATE EVENT TRIGGER by_function ON ddl_command_end
    EXECUTE FUNCTION public.look();

-- Makes again event trigger by_tag.
-- Hazard C407: event trigger by_tag runs at every ddl_command_end.
CREATE EVENT TRIGGER by_tag ON ddl_command_end
    WHEN TAG IN ('GRANT')
    EXECUTE FUNCTION public.watch();
