"""Answers from the records for programs that speak the Model Context Protocol (modelcontextprotocol.io)."""
