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
-- Hazard C407: runs event trigger "Watch all" before any command.
CREATE EVENT TRIGGER "Watch all" ON ddl_command_start
    EXECUTE FUNCTION public.watch();

-- Sets properties of event trigger "Watch all" that its CREATE statement can't set.
-- Hazard C407: disables event trigger "Watch all".
ALTER EVENT TRIGGER "Watch all" DISABLE;

-- Creates event trigger watch_tables.
-- Hazard C407: runs event trigger watch_tables after CREATE TABLE, ALTER TABLE.
CREATE EVENT TRIGGER watch_tables ON ddl_command_end
    WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE')
    EXECUTE FUNCTION public.watch();

-- Changes the owner of event trigger watch_tables to keeper.
ALTER EVENT TRIGGER watch_tables OWNER TO keeper;

-- Sets the comment of event trigger watch_tables.
COMMENT ON EVENT TRIGGER watch_tables IS 'Who changed it?';
