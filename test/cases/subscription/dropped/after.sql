-- Subscriptions go, and their slots stay
CREATE SCHEMA pond;
