-- Undo: lossless

-- Drops event trigger by_event.
-- Hazard C407: stops running event trigger by_event.
DROP EVENT TRIGGER by_event;

-- Drops event trigger by_function.
-- Hazard C407: stops running event trigger by_function.
DROP EVENT TRIGGER by_function;

-- Drops event trigger by_tag.
-- Hazard C407: stops running event trigger by_tag.
DROP EVENT TRIGGER by_tag;

-- Recreates event trigger by_event.
-- Hazard C407: runs event trigger by_event when objects are dropped by any command.
CREATE EVENT TRIGGER by_event ON sql_drop
    EXECUTE FUNCTION public.watch();

-- Recreates event trigger by_function.
-- Hazard C407: runs event trigger by_function after any command.
CREATE EVENT TRIGGER by_function ON ddl_command_end
    EXECUTE FUNCTION public.look();

-- Recreates event trigger by_tag.
-- Hazard C407: runs event trigger by_tag after GRANT.
CREATE EVENT TRIGGER by_tag ON ddl_command_end
    WHEN TAG IN ('GRANT')
    EXECUTE FUNCTION public.watch();
