-- Drops base type app.tag.
DROP TYPE app.tag;
