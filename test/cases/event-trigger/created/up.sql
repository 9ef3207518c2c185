-- Undo: lossless

-- Creates table public.loans.
CREATE TABLE public.loans (
    id bigint
);

-- Creates view public.open_loans.
CREATE VIEW public.open_loans AS
 SELECT id
   FROM public.loans;

-- Creates event trigger "Watch all".
-- Hazard C407: event trigger "Watch all" runs before any command.
CREATE EVENT TRIGGER "Watch all" ON ddl_command_start
    EXECUTE FUNCTION public.watch();

-- Sets properties of event trigger "Watch all".
-- Hazard C407: event trigger "Watch all" is off.
ALTER EVENT TRIGGER "Watch all" DISABLE;

-- Creates event trigger watch_tables.
-- Hazard C407: event trigger watch_tables runs after CREATE TABLE, ALTER TABLE.
CREATE EVENT TRIGGER watch_tables ON ddl_command_end
    WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE')
    EXECUTE FUNCTION public.watch();

-- Gives watch_tables to keeper.
ALTER EVENT TRIGGER watch_tables OWNER TO keeper;

-- Describes event trigger watch_tables.
COMMENT ON EVENT TRIGGER watch_tables IS 'Who changed it?';
