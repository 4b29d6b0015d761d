"""The numbers of a text: how they are written, hedged and rounded, and what they share with their neighbours."""
