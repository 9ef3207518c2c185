-- User mappings for a role, for everybody, and with options
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE USER MAPPING FOR reader SERVER delta;
CREATE USER MAPPING FOR PUBLIC SERVER delta OPTIONS ("user" 'guest');
CREATE USER MAPPING FOR "Front Desk" SERVER delta OPTIONS ("user" 'desk', password 'it''s a \ secret');
