"""The facilitator's window while a meeting runs."""
