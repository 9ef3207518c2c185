-- V20260127081500__seed_reference_data.sql: the rows without which the product does not work.
--
-- Hand-written: what stands in tables is no part of schema/.

INSERT INTO app.skills (code, description) VALUES
  ('electrical', 'Works on installations up to 1000 V'),
  ('refrigeration', 'Handles refrigerants (certificate of category I)'),
  ('gas', 'Connects gas appliances'),
  ('working_at_height', 'Climbs roofs and towers');

INSERT INTO app.warehouses (code, address) VALUES
  ('MAIN', ROW('Industriestrasse 4', '10317', 'Berlin', 'DE')::app.address),
  ('NORTH', ROW('Hafenweg 12', '20457', 'Hamburg', 'DE')::app.address);
