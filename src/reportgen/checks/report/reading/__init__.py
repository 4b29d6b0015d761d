"""The shared reading of a report's words: passages with their places, sentences, quantities, claims."""
