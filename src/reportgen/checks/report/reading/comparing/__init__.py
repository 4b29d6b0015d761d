"""The words that compare, order and place."""
