"""Files of trained models, shipped with the package."""
