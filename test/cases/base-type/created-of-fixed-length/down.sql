-- Drops base type app.pair together with its input and output functions.
DROP TYPE app.pair CASCADE;

-- Drops base type app.small together with its input and output functions.
DROP TYPE app.small CASCADE;
