-- Creates server north.
CREATE SERVER north FOREIGN DATA WRAPPER books OPTIONS (host 'north');
