"""Records and pages changed by commands: one form of YAML, and every change whole or not at all."""
