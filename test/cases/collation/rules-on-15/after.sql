-- What the server does not have is refused.
CREATE COLLATION odd (PROVIDER = icu, LOCALE = 'de', RULES = '&a < g');
