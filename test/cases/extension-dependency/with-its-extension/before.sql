CREATE FUNCTION alike(text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
