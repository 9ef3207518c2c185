-- U20260127081500__seed_reference_data.sql: takes the reference data away. Refused by foreign keys as soon as anything refers to it.

DELETE FROM app.warehouses WHERE code IN ('MAIN', 'NORTH');

DELETE FROM app.skills WHERE code IN ('electrical', 'refrigeration', 'gas', 'working_at_height');
