-- Drops server "North Branch"; PostgreSQL refuses while a foreign table or user mapping needs it.
DROP SERVER "North Branch";

-- Drops server south; PostgreSQL refuses while a foreign table or user mapping needs it.
DROP SERVER south;
