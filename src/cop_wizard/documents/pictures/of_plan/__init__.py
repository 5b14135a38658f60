"""What the pictures are about, one module per kind of picture: the plan's own words, without any geometry."""
