-- Undo: lossless

-- Sets work_mem for sessions of role writer.
-- Hazard C413: changes work_mem for new sessions of role writer.
ALTER ROLE writer SET work_mem TO '64MB';
