"""Which measure, area and order a place in an order is of."""
