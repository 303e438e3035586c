"""The facilitator's window in a running meeting: what to say, the tool of the stage, one key per thing that happens."""
