-- Undo: lossless

-- Creates base type app.tag.
CREATE TYPE app.tag;
