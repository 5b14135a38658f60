"""``python -m cop_wizard`` is the same as ``cop``."""

import sys

from cop_wizard.cli.run import main

if __name__ == "__main__":
    sys.exit(main())
