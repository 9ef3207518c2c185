-- Undo: lossless

-- Drops publication desk.
-- Hazard C409: subscriptions to publication desk get nothing more, or stop with an error.
DROP PUBLICATION desk;
