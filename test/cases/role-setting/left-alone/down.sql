-- Resets work_mem for sessions of role writer.
-- Hazard C413: changes work_mem for new sessions of role writer.
ALTER ROLE writer RESET work_mem;
