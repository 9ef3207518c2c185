-- Sessions of writer no longer start with a work_mem.
-- Hazard C413: new sessions of writer start with another work_mem.
ALTER ROLE writer RESET work_mem;
