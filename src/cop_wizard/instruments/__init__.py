"""Ways to look at a living community: reviews with levels, guided conversations, sorters. Data, one file each."""
