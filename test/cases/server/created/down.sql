-- Drops server "North Branch".
DROP SERVER "North Branch";

-- Drops server south.
DROP SERVER south;
