-- Drops conversion pond."Koi".
DROP CONVERSION pond."Koi";

-- Drops conversion pond.latin.
DROP CONVERSION pond.latin;
