-- Default privileges are taken back.

