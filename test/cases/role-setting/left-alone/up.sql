-- Undo: lossless

-- Sessions of writer start with this work_mem.
-- Hazard C413: new sessions of writer start with another work_mem.
ALTER ROLE writer SET work_mem TO '64MB';
