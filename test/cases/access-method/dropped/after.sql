-- An access method goes with its tables
CREATE SCHEMA pond;
