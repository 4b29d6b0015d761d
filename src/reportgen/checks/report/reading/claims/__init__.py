"""What a typed figure claims, held against what the data say."""
