"""One module per document: what its templates see of a plan. Each has ``gather(subject)``, named in the register."""
