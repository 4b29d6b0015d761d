"""What the owner of a report wrote: one folder, one edition. `read_edition` is the way in."""
