-- Files may alter what they create, in any order of theirs
CREATE SUBSCRIPTION ducks CONNECTION 'host=lake' PUBLICATION birds;
ALTER SUBSCRIPTION ducks CONNECTION 'host=delta';
ALTER SUBSCRIPTION ducks SET PUBLICATION birds, old;
ALTER SUBSCRIPTION ducks ADD PUBLICATION others;
ALTER SUBSCRIPTION ducks DROP PUBLICATION old;
ALTER SUBSCRIPTION ducks SET (two_phase = true, binary = true);
ALTER SUBSCRIPTION ducks SET (two_phase = false, binary = false);
ALTER SUBSCRIPTION ducks DISABLE;
ALTER SUBSCRIPTION ducks ENABLE;
ALTER SUBSCRIPTION ducks REFRESH PUBLICATION;
