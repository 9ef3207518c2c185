-- Undo: lossless

-- Drops publication desk.
-- Hazard C409: subscriptions to publication desk receive no further changes, or stop with an error.
DROP PUBLICATION desk;
