CREATE TABLE openings (opens time, closes time);
